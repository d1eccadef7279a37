package org.escapement.observables.fluctuations;

import org.escapement.dynamics.fluctuation.FluctuationState;

/** Numbers read from means and fluctuations at one time, always as many. */
public interface FluctuationReading {

    /** How many numbers. */
    int count();

    /** The numbers in a state. */
    double[] of(FluctuationState state);
}
