package org.escapement.dynamics.meanfield;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;

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

    /** The rate of change of the letter as an operator; that of a classical letter is its velocity or acceleration. */
    public Operator drift(OpenSystem model) {
        for (Oscillator o : model.oscillators()) {
            if (name.equals(o.name() + ".x")) return o.velocity();
            if (name.equals(o.name() + ".v")) return o.acceleration();
        }
        return model.drift(letter);
    }
}
