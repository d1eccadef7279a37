package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.WindowExtremes;
import org.escapement.observables.Accuracy;

/**
 * The upper envelope of an oscillating quantity: its largest value in each of consecutive intervals of time, located on
 * the solution itself and not on samples.
 *
 * @param maxima by ascending time
 */
public record Envelope(List<Maximum> maxima) {

    public Envelope {
        maxima = List.copyOf(maxima);
    }

    /**
     * The largest value in one interval.
     *
     * @param begin of the interval
     * @param time at which the value is taken
     */
    public record Maximum(double begin, double time, double value) {}

    /**
     * Follows a solution from t = 0.
     *
     * @param from begin of the first interval, not before 0
     * @param to end; a last interval that would pass it is left out
     * @param bin length of the intervals
     * @throws IllegalArgumentException when no interval fits
     * @throws ArithmeticException when the integration fails
     */
    public static Envelope of(
            Flow flow, Expression quantity, double[] start, double from, double to, double bin, Accuracy accuracy) {
        int count = (int) Math.floor((to - from) / bin * (1 + 1e-12));
        if (!(bin > 0) || count < 1 || from < 0) {
            throw new IllegalArgumentException("no interval of length " + bin + " fits between " + from + " and " + to);
        }
        Quantities value = flow.quantity(quantity);
        Quantities rate = flow.quantity(flow.rateOf(quantity));
        OdeIntegrator integrator = Flow.integrator(flow.system(), accuracy);
        List<WindowExtremes> windows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            WindowExtremes window = new WindowExtremes(
                    from + k * bin,
                    from + (k + 1) * bin,
                    flow.dimension(),
                    (t, y) -> value.at(y),
                    (t, y) -> rate.at(y));
            window.start(0, start);
            windows.add(window);
            integrator.observe(window);
        }
        OdeOutcome outcome = integrator.integrate(0, start, from + count * bin);
        if (!outcome.succeeded()) throw new ArithmeticException("the integration failed: " + outcome);
        List<Maximum> maxima = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            WindowExtremes w = windows.get(k);
            maxima.add(new Maximum(from + k * bin, w.largestTime(), w.largest()));
        }
        return new Envelope(maxima);
    }

    /** Slope of the straight line of least squares through the values over the begins of the intervals; needs two. */
    public Optional<Double> slope() {
        if (maxima.size() < 2) return Optional.empty();
        double t = maxima.stream().mapToDouble(Maximum::begin).average().orElseThrow();
        double x = maxima.stream().mapToDouble(Maximum::value).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Maximum m : maxima) {
            above += (m.begin() - t) * (m.value() - x);
            below += (m.begin() - t) * (m.begin() - t);
        }
        return Optional.of(above / below);
    }

    /** The same with a function applied to the values, such as a root. */
    public Envelope map(DoubleUnaryOperator function) {
        return new Envelope(maxima.stream()
                .map(m -> new Maximum(m.begin(), m.time(), function.applyAsDouble(m.value())))
                .toList());
    }
}
