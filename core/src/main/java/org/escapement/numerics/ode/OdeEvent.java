package org.escapement.numerics.ode;

/**
 * A function of time and state whose zeros along the solution are wanted. Sign changes are looked for between quarters of
 * a step; two zeros within one quarter are missed.
 */
public interface OdeEvent {
    /** Which sign changes count, in the direction of integration. */
    enum Direction {
        RISING,
        FALLING,
        ANY
    }

    /** What happens at a zero. */
    enum Action {
        CONTINUE,
        STOP
    }

    /** Changes sign at the event; must be continuous. */
    double value(double t, double[] y);

    default Direction direction() {
        return Direction.ANY;
    }

    default Action action() {
        return Action.CONTINUE;
    }
}
