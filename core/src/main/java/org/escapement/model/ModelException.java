package org.escapement.model;

/** A model that cannot be meant: what is wrong, with the offending value and the remedy. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }
}
