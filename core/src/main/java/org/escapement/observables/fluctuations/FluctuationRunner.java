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
 * Evolves means and fluctuations at one point and reads measures off, with dense output between the steps. Not
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
        StepObserver sampler = step -> {
            while (states.size() < times.length && times[states.size()] <= step.end()) {
                double t = times[states.size()];
                step.at(t, y);
                states.add(point.state(t, y));
            }
        };
        integrate(start, times[times.length - 1], sampler);
        return states;
    }

    /** Values of measures at ascending times, [time][measure]. */
    public double[][] series(double[] start, double[] times, List<FluctuationMeasure> measures) {
        return states(start, times).stream()
                .map(s -> measures.stream().mapToDouble(m -> m.of(s)).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Averages over a window: integrals of the continuous functions over its length, by adaptive quadrature of each step's
     * dense output, so that a measure may have kinks.
     */
    public double[] average(double[] start, double from, double to, List<FluctuationMeasure> measures) {
        AdaptiveQuadrature quadrature =
                new AdaptiveQuadrature(100 * accuracy.relative(), 100 * accuracy.absolute(), 200);
        double[] sums = new double[measures.size()];
        double[] y = new double[start.length];
        integrate(start, to, step -> {
            double a = Math.max(from, step.start());
            double b = Math.min(to, step.end());
            if (!(a < b)) return;
            Integral part = quadrature.integrate((t, values) -> read(step, t, y, measures, values), sums.length, a, b);
            for (int k = 0; k < sums.length; k++) sums[k] += part.value(k);
        });
        return Arrays.stream(sums).map(s -> s / (to - from)).toArray();
    }

    private void read(DenseStep step, double t, double[] y, List<FluctuationMeasure> measures, double[] values) {
        step.at(t, y);
        FluctuationState state = point.state(t, y);
        for (int k = 0; k < values.length; k++) values[k] = measures.get(k).of(state);
    }

    /** The state at a time, from which another evolution may go on. */
    public FluctuationState at(double[] start, double time) {
        return states(start, time).getLast();
    }

    private void integrate(double[] start, double end, StepObserver observer) {
        OdeOutcome outcome = new OdeIntegrator(point.system(), accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps())
                .observe(observer)
                .integrate(0, start, end);
        if (!outcome.succeeded()) throw new ModelException("the fluctuations cannot be integrated: " + outcome);
    }
}
