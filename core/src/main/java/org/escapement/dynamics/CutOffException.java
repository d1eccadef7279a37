package org.escapement.dynamics;

import org.escapement.model.ModelException;

/** The highest Fock state of a mode is populated, so that the result would depend on the cut-off. */
public final class CutOffException extends ModelException {

    private static final long serialVersionUID = 1L;

    public CutOffException(String message) {
        super(message);
    }
}
