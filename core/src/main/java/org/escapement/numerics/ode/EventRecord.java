package org.escapement.numerics.ode;

import java.util.Arrays;
import java.util.Objects;

/** A zero that was found: which event (its index in the order of adding), when, and the state there. */
public record EventRecord(int event, double time, boolean rising, double[] state) {
    public EventRecord {
        state = state.clone();
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventRecord(int e, double t, boolean r, double[] s)
                && e == event
                && Double.compare(t, time) == 0
                && r == rising
                && Arrays.equals(s, state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, time, rising, Arrays.hashCode(state));
    }
}
