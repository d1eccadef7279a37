package org.escapement.algebra.text;

import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;

/**
 * What symbols and letters are called in print. Implementations let a model speak its own convention, such as Pauli
 * sums instead of angular momentum.
 */
public interface Notation {

    /** The size N. */
    String size();

    String symbol(Symbol symbol);

    String letter(DegreeOfFreedom site, Letter letter);

    /**
     * The algebra's letter in units of the printed one: 1/2 where J_z is printed as a Pauli sum. Coefficients are
     * multiplied by it, so that the printed expression equals the operator.
     */
    default Surd scale(DegreeOfFreedom site, Letter letter) {
        return Surd.ONE;
    }

    /** Names as they stand in {@link Style#PLAIN}; Greek letters, subscripts and daggers otherwise. */
    static Notation standard(Style style) {
        return style == Style.PLAIN ? new PlainNotation() : new TypesetNotation(style);
    }
}
