package org.escapement.numerics;

/** A numerical method gave up: what was asked, how far it came, what to try. */
public final class ConvergenceException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    public ConvergenceException(String message) {
        super(message);
    }
}
