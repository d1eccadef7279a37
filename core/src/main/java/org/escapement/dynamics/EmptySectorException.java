package org.escapement.dynamics;

import org.escapement.model.ModelException;

/** A sector of the state space that was asked for holds nothing, or nothing of the initial state. */
public final class EmptySectorException extends ModelException {

    private static final long serialVersionUID = 1L;

    public EmptySectorException(String message) {
        super(message);
    }
}
