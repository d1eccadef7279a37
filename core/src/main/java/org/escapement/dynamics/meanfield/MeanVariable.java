package org.escapement.dynamics.meanfield;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;

/**
 * One real mean-field variable: ⟨letter⟩ = unit · variable, with a unit that carries the power of N.
 *
 * @param name as in expressions: {@code A.x}, {@code cavity.re}, {@code mirror.v}
 * @param letter Hermitian operator whose mean it is; for a classical letter the letter itself
 * @param unit mean of the letter per unit of the variable
 */
public record MeanVariable(String name, Operator letter, Coefficient unit) {

    /** The variable as a commuting symbol. */
    public Symbol symbol() {
        return Symbol.classical(name);
    }
}
