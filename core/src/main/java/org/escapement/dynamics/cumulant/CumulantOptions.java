package org.escapement.dynamics.cumulant;

import org.escapement.dynamics.equations.SystemSize;

/**
 * Which cumulant expansion of a model.
 *
 * @param order largest number of letters in a moment that is a variable, at least 1; cumulants of more letters are zero
 * @param casimir when the length of a collectively damped spin is used
 * @param size finite, or the limit in which letters per atom commute
 * @param neutral whether moments that change a conserved charge of the model are left out: exact for states without such
 *     coherence, among them every unique stationary state
 */
public record CumulantOptions(int order, CasimirUse casimir, SystemSize size, boolean neutral) {

    /** Largest order that is derived. */
    public static final int HIGHEST = 6;

    public CumulantOptions {
        if (order < 1 || order > HIGHEST) {
            throw new IllegalArgumentException(
                    "a cumulant expansion has an order from 1 to " + HIGHEST + ", not " + order);
        }
    }

    /** All moments up to an order, closed as they stand, for infinite N. */
    public static CumulantOptions ofOrder(int order) {
        return new CumulantOptions(order, CasimirUse.AFTER_CLOSING, SystemSize.INFINITE, false);
    }

    public CumulantOptions casimir(CasimirUse use) {
        return new CumulantOptions(order, use, size, neutral);
    }

    public CumulantOptions size(SystemSize other) {
        return new CumulantOptions(order, casimir, other, neutral);
    }

    /** Only moments without charge. */
    public CumulantOptions withoutCharge() {
        return new CumulantOptions(order, casimir, size, true);
    }
}
