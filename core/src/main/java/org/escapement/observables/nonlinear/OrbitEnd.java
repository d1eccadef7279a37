package org.escapement.observables.nonlinear;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.escapement.observables.nonlinear.Boundary.Edge;
import org.escapement.observables.nonlinear.Boundary.Status;

/**
 * Where an attracting orbit ends when a parameter changes slowly: in a homoclinic connection, a fold, or by losing its
 * stability. Each step begins on the last orbit and asks where the motion from there goes; steps grow with success and
 * are halved when the orbit was not reached, so that the bracket closes on the end from the side where the orbit is.
 */
public final class OrbitEnd {

    /** A step to an orbit whose period differs by more than this factor is not a step along one branch. */
    private static final double JUMP = 1.6;

    private final DoubleFunction<Flow> flows;
    private final LongTimePolicy policy;
    private final double tolerance;

    private OrbitEnd(DoubleFunction<Flow> flows, double tolerance, LongTimePolicy policy) {
        this.flows = flows;
        this.tolerance = tolerance;
        this.policy = policy;
    }

    /**
     * Follows the orbit from one value of the parameter towards another.
     *
     * @param flows the equations at a value of the parameter
     * @param start the orbit at {@code from}
     * @param tolerance half the width of the bracket asked for
     * @return the end; {@link Status#SAME_ANSWER} when the orbit is still there at {@code to}
     */
    public static Edge find(
            DoubleFunction<Flow> flows,
            PeriodicOrbit start,
            double from,
            double to,
            double tolerance,
            LongTimePolicy policy) {
        return new OrbitEnd(flows, tolerance, policy).follow(start, from, to);
    }

    private Edge follow(PeriodicOrbit start, double from, double to) {
        double range = to - from;
        double step = range / 20;
        double here = from;
        PeriodicOrbit orbit = start;
        while (true) {
            double next = Math.abs(to - here) <= Math.abs(step) ? to : here + step;
            Optional<PeriodicOrbit> there = reached(next, orbit);
            if (there.isPresent()) {
                orbit = there.get();
                here = next;
                if (here == to) return new Edge(Status.SAME_ANSWER, Double.NaN, Double.NaN, range < 0);
                step = 1.5 * step;
            } else if (Math.abs(next - here) <= 2 * tolerance) {
                return new Edge(Status.FOUND, (here + next) / 2, Math.abs(next - here) / 2, range < 0);
            } else {
                step = (next - here) / 2;
            }
        }
    }

    private Optional<PeriodicOrbit> reached(double value, PeriodicOrbit last) {
        Fate fate = LongTime.classify(flows.apply(value), last.state(), policy);
        boolean same = fate instanceof Fate.Cycles c
                && Math.abs(Math.log(c.orbit().period() / last.period())) < Math.log(JUMP);
        return same ? Optional.of(((Fate.Cycles) fate).orbit()) : Optional.empty();
    }
}
