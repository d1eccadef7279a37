package org.escapement.dynamics;

/** There is no steady state, because disturbances grow. */
public final class UnstableException extends NotApplicableException {

    private static final long serialVersionUID = 1L;

    public UnstableException(String message) {
        super(message);
    }
}
