package org.escapement.observables.nonlinear;

import org.escapement.numerics.ode.OdeEvent;

/** The event of passing through a section. */
final class Crossings implements OdeEvent {

    private final Quantities quantity;
    private final double level;
    private final Direction direction;
    private final Action action;

    Crossings(Flow flow, Section section, Action action) {
        this.quantity = flow.quantity(section.quantity());
        this.level = section.level();
        this.direction = section.rising() ? Direction.RISING : Direction.FALLING;
        this.action = action;
    }

    @Override
    public double value(double t, double[] y) {
        return quantity.at(y) - level;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Action action() {
        return action;
    }
}
