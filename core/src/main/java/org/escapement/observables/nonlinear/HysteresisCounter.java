package org.escapement.observables.nonlinear;

import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeEvent;
import org.escapement.numerics.ode.OdeIntegrator;

/** Counts upward crossings of a level by a signal that must leave a band around it on both sides. */
final class HysteresisCounter {

    private final Crossings[] events;
    private boolean below;
    private double passing = Double.NaN;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private int count;

    HysteresisCounter(Flow flow, Expression signal, double middle, double band, double[] start) {
        events = new Crossings[] {
            new Crossings(flow, Section.falling(signal, middle - band), OdeEvent.Action.CONTINUE),
            new Crossings(flow, Section.rising(signal, middle), OdeEvent.Action.CONTINUE),
            new Crossings(flow, Section.rising(signal, middle + band), OdeEvent.Action.CONTINUE)
        };
        below = flow.quantity(signal).at(start) < middle - band;
    }

    /** Adds its three events. */
    void addTo(OdeIntegrator integrator) {
        for (Crossings event : events) integrator.event(event);
    }

    /** Takes up the event of leaving the band below (0), passing the level (1) or leaving the band above (2). */
    void take(int event, double time) {
        if (event == 0) {
            below = true;
            passing = Double.NaN;
        } else if (event == 1) {
            passing = time;
        } else if (below && !Double.isNaN(passing)) {
            first = count == 0 ? passing : first;
            last = passing;
            count++;
            below = false;
        }
    }

    double frequency() {
        return count < 2 ? 0 : 2 * Math.PI * (count - 1) / (last - first);
    }
}
