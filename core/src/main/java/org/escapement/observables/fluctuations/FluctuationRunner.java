package org.escapement.observables.fluctuations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.ModelException;
import org.escapement.numerics.ode.DenseStep;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.StepObserver;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Integral;
import org.escapement.observables.Accuracy;

/**
 * Evolves means and fluctuations at one point from t = 0 and reads numbers off, with dense output between the steps. Not
 * thread-safe.
 */
public final class FluctuationRunner {

    private final FluctuationPoint point;
    private final Accuracy accuracy;

    public FluctuationRunner(FluctuationPoint point, Accuracy accuracy) {
        this.point = point;
        this.accuracy = accuracy;
    }

    /**
     * The states at ascending times.
     *
     * @param start state vector at t = 0
     * @throws ModelException when the integration fails, with the reason
     */
    public List<FluctuationState> states(double[] start, double... times) {
        List<FluctuationState> states = new ArrayList<>();
        double[] y = new double[start.length];
        while (states.size() < times.length && times[states.size()] <= 0) states.add(point.state(0, start));
        integrate(start, times[times.length - 1], step -> {
            while (states.size() < times.length && times[states.size()] <= step.end()) {
                double t = times[states.size()];
                step.at(t, y);
                states.add(point.state(t, y));
            }
        });
        return states;
    }

    /**
     * Averages over a window: integrals of the continuous functions over its length, by adaptive quadrature of each step's
     * dense output, so that what is read may have kinks.
     */
    public double[] average(double[] start, double from, double to, FluctuationReading reading) {
        AdaptiveQuadrature quadrature =
                new AdaptiveQuadrature(100 * accuracy.relative(), 100 * accuracy.absolute(), 200);
        double[] sums = new double[reading.count()];
        double[] y = new double[start.length];
        integrate(start, to, step -> {
            double a = Math.max(from, step.start());
            double b = Math.min(to, step.end());
            if (!(a < b)) return;
            Integral part = quadrature.integrate(
                    (t, values) -> System.arraycopy(read(step, t, y, reading), 0, values, 0, values.length),
                    sums.length,
                    a,
                    b);
            for (int k = 0; k < sums.length; k++) sums[k] += part.value(k);
        });
        return Arrays.stream(sums).map(s -> s / (to - from)).toArray();
    }

    private double[] read(DenseStep step, double t, double[] y, FluctuationReading reading) {
        step.at(t, y);
        return reading.of(point.state(t, y));
    }

    /**
     * The largest value of one of the numbers over a window and the time at which it is taken, [value, time]. Each step is
     * looked at in several places; a peak is missed only if it is narrower than a part of a step.
     *
     * @param number which of the numbers
     * @param sign 1 for the largest value, -1 for the smallest
     */
    public double[] extremum(double[] start, double from, double to, FluctuationReading reading, int number, int sign) {
        double[][] best = new double[1][];
        double[] y = new double[start.length];
        integrate(start, to, step -> {
            double a = Math.max(from, step.start());
            double b = Math.min(to, step.end());
            if (a <= b) best[0] = Peak.of(t -> sign * read(step, t, y, reading)[number], a, b, best[0]);
        });
        return new double[] {sign * best[0][0], best[0][1]};
    }

    private void integrate(double[] start, double end, StepObserver observer) {
        OdeOutcome outcome = new OdeIntegrator(point.system(), accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps())
                .observe(observer)
                .integrate(0, start, end);
        if (!outcome.succeeded()) throw new ModelException("the fluctuations cannot be integrated: " + outcome);
    }
}
