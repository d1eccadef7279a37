package org.escapement.observables.information;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.model.ModelException;
import org.escapement.model.SpinEnsemble;

/**
 * The state of two single atoms from collective moments, by permutation symmetry: for one atom of each of two ensembles
 * ⟨σ_a ⊗ σ_b⟩ = 4 ⟨J_a J_b⟩/(N_1 N_2); for two atoms of one ensemble ⟨σ_a ⊗ σ_b⟩ = (2 ⟨J_a J_b + J_b J_a⟩ - N δ_ab)/(N(N -
 * 1)). Exact at any level that knows the moments, at every N.
 */
public final class TwoSpinTomography {

    /** Expectation values per power of N; for infinite N the leading order, which must not grow. */
    public interface Means extends ToDoubleFunction<Operator> {}

    private TwoSpinTomography() {}

    private static List<Operator> letters(SpinEnsemble e) {
        return List.of(Operator.identity(), Operator.x(e.spin()), Operator.y(e.spin()), Operator.z(e.spin()));
    }

    private static Coefficient perSpin(SpinEnsemble e, int axis) {
        return axis == 0 ? Coefficient.ONE : Coefficient.of(2).dividedBy(e.atoms());
    }

    /** One atom of each ensemble. */
    public static TwoSpinState between(SpinEnsemble first, SpinEnsemble second, Means means) {
        if (first.equals(second)) throw new ModelException("two atoms of one ensemble: ask for 'within'");
        double[][] moments = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                Operator product = letters(first).get(a).times(letters(second).get(b));
                Coefficient factor = perSpin(first, a).times(perSpin(second, b));
                moments[a][b] = a + b == 0 ? 1 : means.applyAsDouble(product.times(factor));
            }
        }
        return TwoSpinState.of(moments);
    }

    /**
     * Two atoms of one ensemble.
     *
     * @param atoms number of atoms, infinite for the limit
     */
    public static TwoSpinState within(SpinEnsemble e, double atoms, Means means) {
        if (atoms < 2) throw new ModelException("'" + e.name() + "' has no two atoms");
        double[][] moments = new double[4][4];
        double pairs = Double.isInfinite(atoms) ? 1 : atoms / (atoms - 1);
        double own = Double.isInfinite(atoms) ? 0 : 1 / (atoms - 1);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                Operator product =
                        letters(e).get(a).anticommutator(letters(e).get(b)).times(Coefficient.of(1, 2));
                Coefficient factor = perSpin(e, a).times(perSpin(e, b));
                double mean = a + b == 0 ? 1 : means.applyAsDouble(product.times(factor));
                moments[a][b] = a == 0 || b == 0 ? mean : pairs * mean - (a == b ? own : 0);
            }
        }
        return TwoSpinState.of(moments);
    }
}
