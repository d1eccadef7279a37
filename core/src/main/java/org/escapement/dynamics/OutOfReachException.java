package org.escapement.dynamics;

/** A system is too large for a method or the memory: how large, and what would fit. */
public final class OutOfReachException extends NotApplicableException {

    private static final long serialVersionUID = 1L;

    public OutOfReachException(String message) {
        super(message);
    }
}
