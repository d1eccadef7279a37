package org.escapement.plot;

/** A figure that cannot be drawn as asked; the message says what, the offending value, and the remedy. */
public final class FigureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FigureException(String message) {
        super(message);
    }

    public FigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
