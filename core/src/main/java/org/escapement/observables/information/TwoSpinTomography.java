package org.escapement.observables.information;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.model.ModelException;
import org.escapement.model.SpinEnsemble;

/**
 * The state of two single atoms from collective moments, by permutation symmetry: for one atom of each of two ensembles
 * ⟨σ_a ⊗ σ_b⟩ = 4 ⟨J_a J_b⟩/(N_1 N_2); for two atoms of one ensemble ⟨σ_a ⊗ σ_b⟩ = (2 ⟨J_a J_b + J_b J_a⟩ - N δ_ab)/(N(N -
 * 1)). Exact at any level that knows the moments, at every N. Immutable.
 */
public final class TwoSpinTomography {

    /** Expectation values per power of N; for infinite N the leading order, which must not grow. */
    public interface Means extends ToDoubleFunction<Operator> {}

    private final SpinEnsemble first;
    private final SpinEnsemble second;
    /** By the axis of the first, then of the second: nothing, x, y, z. */
    private final List<List<Operator>> products = new ArrayList<>();

    private TwoSpinTomography(SpinEnsemble first, SpinEnsemble second) {
        this.first = first;
        this.second = second;
        for (int a = 0; a < 4; a++) {
            List<Operator> row = new ArrayList<>();
            for (int b = 0; b < 4; b++) {
                Operator product = letters(first)
                        .get(a)
                        .anticommutator(letters(second).get(b))
                        .times(Coefficient.of(1, 2));
                row.add(product.times(perSpin(first, a).times(perSpin(second, b))));
            }
            products.add(row);
        }
    }

    /** The collective moments that are needed, derived once for many states: one atom of each, or two of one ensemble. */
    public static TwoSpinTomography of(SpinEnsemble first, SpinEnsemble second) {
        return new TwoSpinTomography(first, second);
    }

    private static List<Operator> letters(SpinEnsemble e) {
        return List.of(Operator.identity(), Operator.x(e.spin()), Operator.y(e.spin()), Operator.z(e.spin()));
    }

    private static Coefficient perSpin(SpinEnsemble e, int axis) {
        return axis == 0 ? Coefficient.ONE : Coefficient.of(2).dividedBy(e.atoms());
    }

    /** One atom of each ensemble. */
    public static TwoSpinState between(SpinEnsemble first, SpinEnsemble second, Means means) {
        if (first.equals(second)) throw new ModelException("two atoms of one ensemble: ask for 'within'");
        return of(first, second).state(Double.POSITIVE_INFINITY, means);
    }

    /**
     * Two atoms of one ensemble.
     *
     * @param atoms number of atoms, infinite for the limit
     */
    public static TwoSpinState within(SpinEnsemble e, double atoms, Means means) {
        return of(e, e).state(atoms, means);
    }

    /**
     * The state.
     *
     * @param atoms number of atoms where both belong to one ensemble, infinite for the limit; otherwise of no effect
     */
    public TwoSpinState state(double atoms, Means means) {
        boolean same = first.equals(second);
        if (same && atoms < 2) throw new ModelException("'" + first.name() + "' has no two atoms");
        boolean finite = same && !Double.isInfinite(atoms);
        double pairs = finite ? atoms / (atoms - 1) : 1;
        double own = finite ? 1 / (atoms - 1) : 0;
        double[][] moments = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double mean =
                        a + b == 0 ? 1 : means.applyAsDouble(products.get(a).get(b));
                moments[a][b] = a == 0 || b == 0 ? mean : pairs * mean - (a == b ? own : 0);
            }
        }
        return TwoSpinState.of(moments);
    }
}
