package org.escapement.data;

/**
 * Results cannot be stored, opened or read. The message is one sentence or two: what was asked, where, the offending
 * value, and what to do about it.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
