package org.escapement.dynamics.cumulant;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;

/**
 * One real variable of a cumulant expansion: the expectation value of the symmetrised product of the letters of a word,
 * or its real or imaginary part, divided by its unit. Letters are J of a spin over the ensemble's scale, a of a mode over
 * √N.
 *
 * @param word the word, or of a word and its adjoint the one that comes first
 */
public record MomentVariable(Word word, Part part) {

    /** Which part of the expectation value. */
    public enum Part {
        WHOLE,
        REAL,
        IMAGINARY
    }

    /** A word for equations, such as {@code Re<A.plus*B.minus>}. */
    public String name() {
        return switch (part) {
            case WHOLE -> "<" + word + ">";
            case REAL -> "Re<" + word + ">";
            case IMAGINARY -> "Im<" + word + ">";
        };
    }

    /** The Hermitian part of the word's product whose expectation value the variable is. */
    Operator hermitianPart(Operator product) {
        Operator adjoint = product.adjoint();
        return switch (part) {
            case WHOLE -> product;
            case REAL -> product.plus(adjoint).times(Coefficient.of(1, 2));
            case IMAGINARY -> product.minus(adjoint).times(Coefficient.I.times(Coefficient.of(-1, 2)));
        };
    }

    /** Of a word and its adjoint the one that variables are named after. */
    static Word representative(Word word) {
        Word adjoint = word.adjoint();
        return word.compareTo(adjoint) <= 0 ? word : adjoint;
    }
}
