package org.escapement.algebra;

/** A generator of the algebra of one degree of freedom, named as in a text expression such as {@code A.plus}. */
public enum Letter {
    RAISING("plus"),
    Z("z"),
    LOWERING("minus"),
    CREATION("create"),
    ANNIHILATION("annihilate");

    private final String word;

    Letter(String word) {
        this.word = word;
    }

    /** What follows the dot in a text expression. */
    public String word() {
        return word;
    }

    public Letter adjoint() {
        return switch (this) {
            case RAISING -> LOWERING;
            case Z -> Z;
            case LOWERING -> RAISING;
            case CREATION -> ANNIHILATION;
            case ANNIHILATION -> CREATION;
        };
    }
}
