package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentMap.Row;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * Whether moments can belong to a state: the matrix ⟨a†b⟩ of the identity and all letters per unit has no negative
 * eigenvalue in any state, and setting cumulants to zero does not guarantee that. Necessary, not sufficient. Immutable.
 */
public final class MomentPositivity {

    private final MomentMap map;
    private final int size;

    private MomentPositivity(MomentMap map, int size) {
        this.map = map;
        this.size = size;
    }

    /** The matrix for moments of these equations. */
    public static MomentPositivity of(MomentEquations equations) {
        synchronized (equations.hierarchy()) {
            List<Word> letters = new ArrayList<>(equations.hierarchy().words(1));
            letters.remove(Word.IDENTITY);
            letters.addFirst(Word.IDENTITY);
            List<Row> rows = new ArrayList<>();
            for (Word a : letters) {
                for (Word b : letters) {
                    Operator product = Operator.of(a).adjoint().times(Operator.of(b));
                    Map<Word, Coefficient> combination = equations.hierarchy().combination(joined(a, b), product);
                    rows.add(new Row(combination, false));
                    rows.add(new Row(combination, true));
                }
            }
            return new MomentPositivity(new MomentMap(equations.index(), rows), letters.size());
        }
    }

    private static Word joined(Word a, Word b) {
        if (a.isIdentity()) return b;
        return b.isIdentity() ? a : CumulantClosure.joined(List.of(a, b));
    }

    /** The smallest eigenvalue; letters are of order one, so it compares with 1. */
    public double smallest(MomentSystem system, double[] y) {
        double[] parts = system.values(map, y);
        Dense matrix = Dense.zero(size, size, false);
        for (int i = 0; i < size * size; i++) {
            matrix.re()[i] = parts[2 * i];
            matrix.im()[i] = parts[2 * i + 1];
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (double v : Eigen.hermitian(matrix).re()) smallest = Math.min(smallest, v);
        return smallest;
    }
}
