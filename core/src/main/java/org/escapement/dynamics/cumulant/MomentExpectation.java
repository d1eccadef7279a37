package org.escapement.dynamics.cumulant;

import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentMap.Row;
import org.escapement.model.ModelException;

/**
 * The expectation value of a Hermitian operator as a function of the variables, times a power of N. Immutable.
 *
 * @param twiceOrder twice the power of N that stands outside; 0 at finite N
 */
public record MomentExpectation(int twiceOrder, Map<Word, Coefficient> moments, MomentMap map) {

    static MomentExpectation of(MomentEquations equations, Operator o) {
        if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        MomentHierarchy.Expansion expansion = equations.hierarchy().expansion(o);
        MomentMap map = new MomentMap(equations.index(), List.of(new Row(expansion.moments(), false)));
        return new MomentExpectation(expansion.twiceOrder(), expansion.moments(), map);
    }

    /** The largest number of letters in a moment it is made of. */
    public int degree() {
        return moments.keySet().stream().mapToInt(Word::degree).max().orElse(0);
    }
}
