package org.escapement.observables.nonlinear;

/** A periodic orbit, or why none was found. */
public sealed interface OrbitSearch permits PeriodicOrbit, OrbitSearch.NotFound {

    /** Why a search ended without an orbit. */
    enum Reason {
        /** The solution came to rest. */
        RESTS,
        /** Returns to the section never came close to an earlier one. */
        DOES_NOT_CLOSE,
        /** There were too few returns to the section in the time allowed. */
        NO_RETURN,
        /** The iteration for a closed orbit failed from the closest return. */
        ITERATION_FAILED,
        /** The integration failed. */
        INTEGRATION_FAILED
    }

    /**
     * No orbit.
     *
     * @param reason why
     * @param message the same as a sentence with numbers
     * @param closest smallest distance between returns, relative to the extent of the motion; NaN if there were none
     */
    record NotFound(Reason reason, String message, double closest) implements OrbitSearch {}

    /**
     * The orbit.
     *
     * @throws ArithmeticException saying why there is none
     */
    default PeriodicOrbit orElseThrow() {
        return switch (this) {
            case PeriodicOrbit orbit -> orbit;
            case NotFound none -> throw new ArithmeticException(none.message());
        };
    }
}
