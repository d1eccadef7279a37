package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.fourier.DiscreteFourier;
import org.escapement.numerics.fourier.RotationNumber;
import org.escapement.numerics.ode.DenseStep;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.observables.Accuracy;

/**
 * Observed frequencies and measures of locking. Three frequencies exist: by winding of an angle, by crossings of the
 * middle level with hysteresis, and by the highest line of a spectrum; they agree for locked motion and may differ
 * otherwise. Trajectories start at t = 0. Stateless and thread-safe.
 */
public final class Synchronisation {

    private static final double STILL = 1e-6;
    private static final int WINDING_SAMPLES = 4000;

    private Synchronisation() {}

    /**
     * 2 pi times the turns per unit time of each angle, followed continuously: |its rate| in a weighted Birkhoff average
     * ({@link RotationNumber}), so that the end effect 2 pi/duration of a plain average does not stay where the motion is
     * quasi-periodic.
     *
     * @param from start of the window
     * @param to end of the window
     */
    public static List<ObservedFrequency> windingRates(
            Flow flow, List<Angle> angles, double[] start, double from, double to, Accuracy accuracy) {
        List<Expression> rates = angles.stream().map(a -> a.rate(flow)).toList();
        int n = start.length;
        double[] y = run(flow, rates, Arrays.copyOf(start, n + rates.size()), 0, from, accuracy, step -> {});
        double[][] seen = new double[rates.size()][WINDING_SAMPLES + 1];
        double[] now = y.clone();
        int[] next = {0};
        double spacing = (to - from) / WINDING_SAMPLES;
        double[] end = run(flow, rates, y, from, to, accuracy, step -> {
            for (; next[0] < WINDING_SAMPLES && from + next[0] * spacing <= step.end(); next[0]++) {
                step.at(from + next[0] * spacing, now);
                for (int i = 0; i < seen.length; i++) seen[i][next[0]] = now[n + i];
            }
        });
        for (int i = 0; i < seen.length; i++) seen[i][WINDING_SAMPLES] = end[n + i];
        return Arrays.stream(seen).map(angle -> winding(angle, to - from)).toList();
    }

    private static ObservedFrequency winding(double[] angle, double duration) {
        double extent = Arrays.stream(angle).max().orElseThrow()
                - Arrays.stream(angle).min().orElseThrow();
        double turned = Math.abs(angle[WINDING_SAMPLES] - angle[0]);
        double rate = Math.abs(RotationNumber.advance(angle)) * WINDING_SAMPLES / duration;
        double resolution = 2 * Math.PI / duration;
        if (extent < STILL) return new ObservedFrequency(0, resolution, ObservedFrequency.Kind.UNBROKEN);
        boolean turns = turned >= 2 * Math.PI;
        return new ObservedFrequency(
                rate, resolution, turns ? ObservedFrequency.Kind.TURNING : ObservedFrequency.Kind.OSCILLATING);
    }

    /**
     * 2 pi times the rate of upward crossings of the middle level (max + min)/2 of each signal, between the first and the
     * last crossing in the window. A crossing counts once the signal, having been below the middle by more than
     * hysteresis (max - min), gets above it by as much; its time is the last upward passing of the middle before that.
     * The frequency is 0 with fewer than two crossings or when max - min is below 1e-6.
     */
    public static List<ObservedFrequency> crossingFrequencies(
            Flow flow,
            List<Expression> signals,
            double[] start,
            double from,
            double to,
            double hysteresis,
            Accuracy accuracy) {
        double[] y = run(flow, List.of(), start, 0, from, accuracy, step -> {});
        Extent extent = new Extent(flow, signals, y);
        run(flow, List.of(), y, from, to, accuracy, extent::step);
        OdeIntegrator integrator = Flow.integrator(flow.system(), accuracy);
        List<HysteresisCounter> counters = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            double middle = 0.5 * (extent.low[i] + extent.high[i]);
            double band = hysteresis * (extent.high[i] - extent.low[i]);
            counters.add(new HysteresisCounter(flow, signals.get(i), middle, band, y));
            counters.get(i).addTo(integrator);
        }
        OdeOutcome outcome = integrator.integrate(from, y, to);
        outcome.events().forEach(e -> counters.get(e.event() / 3).take(e.event() % 3, e.time()));
        List<ObservedFrequency> found = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            boolean still = extent.high[i] - extent.low[i] < STILL;
            ObservedFrequency.Kind kind = still ? ObservedFrequency.Kind.UNBROKEN : ObservedFrequency.Kind.OSCILLATING;
            found.add(new ObservedFrequency(still ? 0 : counters.get(i).frequency(), 2 * Math.PI / (to - from), kind));
        }
        return found;
    }

    /**
     * Frequency of the highest line of each signal's spectrum (mean removed, Hann window, parabola through the logarithms
     * of the three highest points).
     *
     * @param samples number of equidistant samples in the window
     */
    public static List<ObservedFrequency> spectralFrequencies(
            Flow flow,
            List<Expression> signals,
            double[] start,
            double from,
            double to,
            int samples,
            Accuracy accuracy) {
        double[] y = run(flow, List.of(), start, 0, from, accuracy, step -> {});
        double[][] values = new double[signals.size()][samples];
        Quantities quantities = flow.quantities(signals);
        double[] now = new double[signals.size()];
        double[] state = y.clone();
        double spacing = (to - from) / samples;
        int[] next = {0};
        run(flow, List.of(), y, from, to, accuracy, step -> {
            for (; next[0] < samples && from + next[0] * spacing <= step.end(); next[0]++) {
                step.at(from + next[0] * spacing, state);
                quantities.at(state, now);
                for (int i = 0; i < now.length; i++) values[i][next[0]] = now[i];
            }
        });
        return Arrays.stream(values).map(v -> highestLine(v, to - from)).toList();
    }

    private static ObservedFrequency highestLine(double[] v, double duration) {
        double mean = Arrays.stream(v).average().orElse(0);
        double low = Arrays.stream(v).min().orElse(0);
        double high = Arrays.stream(v).max().orElse(0);
        double unit = 2 * Math.PI / duration;
        if (high - low < STILL) return new ObservedFrequency(0, unit, ObservedFrequency.Kind.UNBROKEN);
        double[] windowed = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            windowed[i] = (v[i] - mean) * (1 - Math.cos(2 * Math.PI * i / v.length));
        }
        double[] lines = DiscreteFourier.moduli(windowed);
        int top = 1;
        for (int k = 1; k < lines.length - 1; k++) top = lines[k] > lines[top] ? k : top;
        double a = Math.log(lines[top - 1]);
        double b = Math.log(lines[top]);
        double c = Math.log(lines[top + 1]);
        double shift = a - 2 * b + c == 0 ? 0 : 0.5 * (a - c) / (a - 2 * b + c);
        return new ObservedFrequency((top + shift) * unit, unit, ObservedFrequency.Kind.OSCILLATING);
    }

    /** |a - b| of two observed frequencies, [rate]. */
    public static double mismatch(ObservedFrequency a, ObservedFrequency b) {
        return Math.abs(a.value() - b.value());
    }

    /** Population variance (1/n) of the frequencies of an ensemble of ensembles, [rate squared]. */
    public static double variance(List<ObservedFrequency> all) {
        double mean =
                all.stream().mapToDouble(ObservedFrequency::value).average().orElse(0);
        return all.stream()
                .mapToDouble(f -> (f.value() - mean) * (f.value() - mean))
                .average()
                .orElse(0);
    }

    /** a : b = p : q, up to the deviation of a/b from p/q. */
    public record LockingRatio(int p, int q, double deviation) {}

    /**
     * The first continued-fraction approximation p/q of a/b that is within the tolerance; empty if q or p would exceed
     * the largest order, or a frequency is 0.
     */
    public static Optional<LockingRatio> lockingRatio(double a, double b, double tolerance, int largestOrder) {
        if (!(a > 0 && b > 0)) return Optional.empty();
        double ratio = a / b;
        double x = ratio;
        long p = 1;
        long q = 0;
        long oldP = 0;
        long oldQ = 1;
        while (true) {
            long digit = (long) Math.floor(x);
            long nextP = digit * p + oldP;
            long nextQ = digit * q + oldQ;
            if (nextP > largestOrder || nextQ > largestOrder) return Optional.empty();
            oldP = p;
            oldQ = q;
            p = nextP;
            q = nextQ;
            double deviation = ratio - (double) p / q;
            if (p > 0 && Math.abs(deviation) <= tolerance) {
                return Optional.of(new LockingRatio((int) p, (int) q, deviation));
            }
            if (x == digit) return Optional.empty();
            x = 1 / (x - digit);
        }
    }

    /** Pearson's correlation coefficient of two quantities along a trajectory, from integrals over the window. */
    public static double pearson(
            Flow flow, Expression a, Expression b, double[] start, double from, double to, Accuracy accuracy) {
        List<Expression> products = List.of(a, b, a.times(a), b.times(b), a.times(b));
        double[] y = run(flow, List.of(), start, 0, from, accuracy, step -> {});
        double[] end = run(flow, products, Arrays.copyOf(y, y.length + 5), from, to, accuracy, step -> {});
        double[] m = Arrays.copyOfRange(end, y.length, end.length);
        for (int i = 0; i < m.length; i++) m[i] /= to - from;
        double aa = m[2] - m[0] * m[0];
        double bb = m[3] - m[1] * m[1];
        return (m[4] - m[0] * m[1]) / Math.sqrt(aa * bb);
    }

    /** Integrates; the state may be extended by integrals. */
    private static double[] run(
            Flow flow,
            List<Expression> integrands,
            double[] y,
            double from,
            double to,
            Accuracy accuracy,
            org.escapement.numerics.ode.StepObserver observer) {
        OdeOutcome outcome = Flow.integrator(flow.system(integrands), accuracy)
                .observe(observer)
                .integrate(from, y, to);
        if (!outcome.succeeded()) throw new ArithmeticException("the integration failed: " + outcome);
        return outcome.state();
    }

    /** Least and greatest values of signals, looked at 16 times in each step. */
    private static final class Extent {
        private static final int LOOKS = 16;
        private final Quantities quantities;
        private final double[] low;
        private final double[] high;
        private final double[] values;
        private final double[] state;

        Extent(Flow flow, List<Expression> signals, double[] start) {
            quantities = flow.quantities(signals);
            values = new double[signals.size()];
            state = start.clone();
            quantities.at(start, values);
            low = values.clone();
            high = values.clone();
        }

        void step(DenseStep step) {
            for (int k = 1; k <= LOOKS; k++) {
                step.at(step.start() + (step.end() - step.start()) * k / LOOKS, state);
                quantities.at(state, values);
                for (int i = 0; i < values.length; i++) {
                    low[i] = Math.min(low[i], values[i]);
                    high[i] = Math.max(high[i], values[i]);
                }
            }
        }
    }
}
