package org.escapement.dynamics;

import org.escapement.model.ModelException;

/** There are several stationary states where one was asked for. */
public final class NotUniqueException extends ModelException {

    private static final long serialVersionUID = 1L;

    public NotUniqueException(String message) {
        super(message);
    }
}
