package org.escapement.yaml;

/** Something is wrong in a file a user wrote; the message begins with {@code file:line:column}. */
public class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    public SourceException(Position position, String message) {
        super(position + ": " + message);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
