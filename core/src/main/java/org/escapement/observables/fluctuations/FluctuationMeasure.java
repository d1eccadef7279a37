package org.escapement.observables.fluctuations;

import org.escapement.dynamics.fluctuation.FluctuationState;

/** A number read from means and fluctuations at one time. */
@FunctionalInterface
public interface FluctuationMeasure {

    double of(FluctuationState state);
}
