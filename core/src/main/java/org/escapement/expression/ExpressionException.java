package org.escapement.expression;

/** A text that is not an expression, or uses a word that is not known; carries the place inside the text. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public ExpressionException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Zero-based index of the offending character. */
    public int offset() {
        return offset;
    }
}
