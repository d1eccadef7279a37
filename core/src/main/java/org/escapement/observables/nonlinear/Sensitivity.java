package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/**
 * First-order perturbation theory: how the solution from a fixed start changes with a parameter p, w = dy/dp, along the
 * unperturbed solution. w' = J w + df/dp, w(0) = 0, both derivatives symbolic. Immutable and thread-safe.
 */
public final class Sensitivity {

    private final FlowFamily family;
    private final String parameter;

    private Sensitivity(FlowFamily family, String parameter) {
        this.family = family;
        this.parameter = parameter;
    }

    public static Sensitivity of(FlowFamily family, String parameter) {
        return new Sensitivity(family, parameter);
    }

    /** A solution and its change per unit of the parameter at one time. */
    public record Row(double time, double[] state, double[] derivative) {
        public Row {
            state = state.clone();
            derivative = derivative.clone();
        }

        @Override
        public double[] state() {
            return state.clone();
        }

        @Override
        public double[] derivative() {
            return derivative.clone();
        }
    }

    /** The system for (y, w), y' = f and w' = J w + df/dp, for an integrator. */
    public OdeSystem system(Map<String, Double> point) {
        return system(family.at(point));
    }

    private OdeSystem system(Flow flow) {
        List<Expression> source = family.parameterDerivatives(flow.rateExpressions(), parameter);
        OdeSystem homogeneous = flow.variational(1);
        Quantities extra = flow.quantities(source);
        int n = flow.dimension();
        double[] push = new double[n];
        return new OdeSystem() {
            @Override
            public int dimension() {
                return 2 * n;
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                homogeneous.derivatives(t, y, dydt);
                extra.at(y, push);
                for (int i = 0; i < n; i++) dydt[n + i] += push[i];
            }
        };
    }

    /**
     * Follows solution and derivative.
     *
     * @param point parameters of the unperturbed solution
     * @param start its state at t = 0
     * @param times ascending, from 0 on
     */
    public List<Row> along(Map<String, Double> point, double[] start, double[] times, Accuracy accuracy) {
        OdeSystem system = system(point);
        int n = start.length;
        double[] y = java.util.Arrays.copyOf(start, 2 * n);
        double t = 0;
        List<Row> rows = new ArrayList<>();
        for (double time : times) {
            OdeOutcome outcome = Flow.integrator(system, accuracy).integrate(t, y, time);
            if (!outcome.succeeded()) throw new ArithmeticException("the perturbed solution ended: " + outcome);
            y = outcome.state();
            t = time;
            rows.add(new Row(time, java.util.Arrays.copyOf(y, n), java.util.Arrays.copyOfRange(y, n, 2 * n)));
        }
        return List.copyOf(rows);
    }
}
