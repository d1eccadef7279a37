package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/**
 * First-order perturbation theory: how the solution from a fixed start changes with a parameter p, w = dy/dp, along the
 * unperturbed solution. w' = J w + df/dp, w(0) = 0, both derivatives symbolic. Immutable and thread-safe.
 */
public final class Sensitivity {

    /** Perturbations have decayed by exp of minus this. */
    private static final double DECADES = 28;

    private final FlowFamily family;
    private final String parameter;
    private final FlowFamily both;

    private Sensitivity(FlowFamily family, String parameter) {
        this.family = family;
        this.parameter = parameter;
        this.both = family.followedBy(
                family.variables().stream().map(Sensitivity::nameOf).toList(), linearised());
    }

    /**
     * Derives the perturbed equations.
     *
     * @throws org.escapement.model.ModelException when a rate cannot be differentiated with respect to the parameter
     */
    public static Sensitivity of(FlowFamily family, String parameter) {
        return new Sensitivity(family, parameter);
    }

    private List<Expression> linearised() {
        return family.rates().stream().map(this::change).toList();
    }

    private static String nameOf(String variable) {
        return "d(" + variable + ")";
    }

    /** The change of an expression of variables per unit of the parameter, in the words of {@link #equations()}. */
    public Expression change(Expression quantity) {
        List<Expression> terms = new ArrayList<>(family.parameterDerivatives(List.of(quantity), parameter));
        for (String v : family.variables()) {
            terms.add(Derivative.partial(quantity, v).times(Expression.symbol(nameOf(v))));
        }
        return Expression.sum(terms);
    }

    /** Equations for y and w together: the variables, then their changes, which are zero at the start. */
    public FlowFamily equations() {
        return both;
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

    /**
     * Slow drift of the label of a neutral family of orbits when the parameter leaves its value: d(label)/dt per unit of
     * the parameter, on average over a period, after all decaying perturbations have died out. [label rate/parameter]
     *
     * @param point parameters at which the orbits are neutral
     * @param orbit a member of the family
     * @param label quantity that is constant along each member and tells them apart
     * @throws ArithmeticException when some other perturbation of the orbit does not decay
     */
    public double drift(Map<String, Double> point, PeriodicOrbit orbit, Expression label, Accuracy accuracy) {
        double slowest = orbit.slowest(Shooting.NEUTRAL);
        if (!(slowest < 1 - Shooting.NEUTRAL)) {
            throw new ArithmeticException("perturbations with multiplier " + slowest + " do not decay: no slow drift");
        }
        double waiting = Math.ceil(slowest == 0 ? 1 : DECADES / -Math.log(slowest)) * orbit.period();
        List<Row> rows = along(point, orbit.state(), new double[] {waiting, waiting + orbit.period()}, accuracy);
        Flow flow = family.at(point);
        List<Expression> slopes =
                flow.variables().stream().map(v -> Derivative.partial(label, v)).toList();
        double[] gradient = new double[slopes.size()];
        flow.quantities(slopes).at(orbit.state(), gradient);
        double before = DenseAlgebra.dot(gradient, rows.get(0).derivative());
        double after = DenseAlgebra.dot(gradient, rows.get(1).derivative());
        return (after - before) / orbit.period();
    }

    /**
     * Follows solution and derivative.
     *
     * @param point parameters of the unperturbed solution
     * @param start its state at t = 0
     * @param times ascending, from 0 on
     */
    public List<Row> along(Map<String, Double> point, double[] start, double[] times, Accuracy accuracy) {
        OdeSystem system = both.at(point).system();
        int n = start.length;
        double[] y = Arrays.copyOf(start, 2 * n);
        double t = 0;
        List<Row> rows = new ArrayList<>();
        for (double time : times) {
            OdeOutcome outcome = Flow.integrator(system, accuracy).integrate(t, y, time);
            if (!outcome.succeeded()) throw new ArithmeticException("the perturbed solution ended: " + outcome);
            y = outcome.state();
            t = time;
            rows.add(new Row(time, Arrays.copyOf(y, n), Arrays.copyOfRange(y, n, 2 * n)));
        }
        return List.copyOf(rows);
    }
}
