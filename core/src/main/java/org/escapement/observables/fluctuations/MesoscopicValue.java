package org.escapement.observables.fluctuations;

import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;

/** A number at a large but finite size, known in two orders. */
public interface MesoscopicValue {

    /** Which part of the number. */
    enum Part {
        /** Both orders together. */
        ESTIMATE,
        /** What the mean field alone gives. */
        LEADING,
        /** What fluctuations add: the estimate less the leading order. */
        CORRECTION
    }

    /**
     * The number.
     *
     * @param size N
     * @param point of a program with shifts
     * @param state with shifts
     */
    double at(double size, FluctuationPoint point, FluctuationState state, Part part);
}
