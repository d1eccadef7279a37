package org.escapement.dynamics;

/** A level of description cannot serve a model: why, and what can. */
public class NotApplicableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotApplicableException(String message) {
        super(message);
    }
}
