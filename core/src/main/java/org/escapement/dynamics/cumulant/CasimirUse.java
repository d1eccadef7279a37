package org.escapement.dynamics.cumulant;

/**
 * When the relation Jx² + Jy² + Jz² = j(j + 1) of an ensemble in its symmetric multiplet enters. It matters, because
 * setting a cumulant to zero does not commute with it: the two choices are different approximations of the same order.
 */
public enum CasimirUse {
    /** Moments with both ladder letters of a spin are replaced first; what is closed contains none of them. */
    BEFORE_CLOSING("before closing"),
    /** Moments are closed as they stand; the conserved lengths then serve to eliminate one variable each. */
    AFTER_CLOSING("after closing");

    private final String text;

    CasimirUse(String text) {
        this.text = text;
    }

    /** In words, as in "the Casimir is used after closing". */
    public String text() {
        return text;
    }
}
