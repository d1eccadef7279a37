package org.escapement.observables.nonlinear;

import java.util.Arrays;
import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.observables.Accuracy;

/**
 * The value a quantity has for ever: at a fixed point, or on average over exactly one period of an orbit.
 *
 * @param value in the unit of the quantity
 * @param error at rest, how far it would still move at the rate left and the slowest decay; on an orbit the larger of the
 *     difference from the next period and from an integration with 100 times wider tolerances
 */
public record Lasting(double value, double error) {

    /** The value at a fixed point. */
    public static Lasting at(Flow flow, FixedPoint point, Expression quantity) {
        Quantities q = flow.quantity(quantity);
        double[] y = point.state();
        double value = q.at(y);
        double slowest = point.eigenvalues().stream()
                .mapToDouble(e -> Math.abs(e.re()))
                .filter(rate -> rate > 0)
                .min()
                .orElse(1);
        double[] f = flow.rates(y);
        double[] ahead = y.clone();
        for (int i = 0; i < y.length; i++) ahead[i] += f[i] / slowest;
        return new Lasting(value, Math.abs(q.at(ahead) - value) + Math.ulp(value));
    }

    /**
     * The average over one period.
     *
     * @throws ArithmeticException when the integration fails
     */
    public static Lasting over(Flow flow, PeriodicOrbit orbit, Expression quantity, Accuracy accuracy) {
        double[] start = Arrays.copyOf(orbit.state(), flow.dimension() + 1);
        double[] end = after(flow, quantity, start, orbit.period(), accuracy);
        double[] next = after(flow, quantity, end, orbit.period(), accuracy);
        Accuracy coarse = accuracy.withTolerances(100 * accuracy.relative(), 100 * accuracy.absolute());
        double[] rough = after(flow, quantity, start, orbit.period(), coarse);
        int last = flow.dimension();
        double value = end[last] / orbit.period();
        double second = (next[last] - end[last]) / orbit.period();
        double error = Math.max(Math.abs(second - value), Math.abs(rough[last] / orbit.period() - value));
        return new Lasting(value, error + Math.ulp(value));
    }

    private static double[] after(Flow flow, Expression quantity, double[] from, double time, Accuracy accuracy) {
        OdeOutcome outcome =
                Flow.integrator(flow.system(List.of(quantity)), accuracy).integrate(0, from, time);
        if (!outcome.succeeded()) throw new ArithmeticException("the orbit cannot be followed: " + outcome);
        return outcome.state();
    }
}
