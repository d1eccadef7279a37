package org.escapement.observables.information;

import java.util.List;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * A density matrix of two parts A and B with finitely many states, such as two whole ensembles, and what the parts know of
 * each other. Basis states (i, j) lie at i {@code right} + j. Entropies in nats. Immutable for those who do not hold the
 * matrix; safe to share. Two atoms are a {@link TwoSpinState}.
 *
 * @param rho complex, of trace 1, [left right][left right]
 * @param left number of states of A
 * @param right number of states of B
 */
public record BipartiteState(Dense rho, int left, int right) {

    public BipartiteState {
        if (rho.rows() != left * right || rho.columns() != rho.rows()) {
            throw new IllegalArgumentException(left + " and " + right + " states do not make " + rho);
        }
        if (rho.isReal()) rho = new Dense(rho.rows(), rho.columns(), rho.re(), new double[rho.re().length]);
    }

    /**
     * Two ensembles or modes of a finite system.
     *
     * @param a name of the first
     * @param b name of the second
     */
    public static BipartiteState of(DensityMatrix state, String a, String b) {
        Dense both = state.reduced(List.of(a, b));
        int left = state.reduced(List.of(a)).rows();
        return new BipartiteState(both, left, both.rows() / left);
    }

    /** The state of A alone. */
    public Dense reducedLeft() {
        Dense m = Dense.zero(left, left, false);
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < left; j++) {
                for (int k = 0; k < right; k++) add(m, i * left + j, (i * right + k) * rho.columns() + j * right + k);
            }
        }
        return m;
    }

    /** The state of B alone. */
    public Dense reducedRight() {
        Dense m = Dense.zero(right, right, false);
        for (int i = 0; i < right; i++) {
            for (int j = 0; j < right; j++) {
                for (int k = 0; k < left; k++) add(m, i * right + j, (k * right + i) * rho.columns() + k * right + j);
            }
        }
        return m;
    }

    private void add(Dense m, int to, int from) {
        m.re()[to] += rho.re()[from];
        m.im()[to] += rho.im()[from];
    }

    /** -Tr ρ ln ρ of a density matrix. */
    public static double entropy(Dense state) {
        double sum = 0;
        for (double p : Eigen.hermitian(state).re()) if (p > 0) sum -= p * Math.log(p);
        return sum;
    }

    /** S_A + S_B - S_AB. */
    public double mutualInformation() {
        return entropy(reducedLeft()) + entropy(reducedRight()) - entropy(rho);
    }

    /** Sum of the moduli of the negative eigenvalues after transposing B. Vidal and Werner (2002), PRA 65, 032314. */
    public double negativity() {
        int n = rho.rows();
        Dense t = Dense.zero(n, n, false);
        for (int r = 0; r < n; r++) {
            for (int s = 0; s < n; s++) {
                int to = (r / right * right + s % right) * n + s / right * right + r % right;
                t.re()[to] = rho.re()[r * n + s];
                t.im()[to] = rho.im()[r * n + s];
            }
        }
        double sum = 0;
        for (double p : Eigen.hermitian(t).re()) sum += Math.max(0, -p);
        return sum;
    }
}
