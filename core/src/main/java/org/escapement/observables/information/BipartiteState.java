package org.escapement.observables.information;

import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * A density matrix of two parts A and B with finitely many states, and what the parts know of each other. Basis states (i,
 * j) lie at i {@code right} + j. Entropies in nats. Immutable for those who do not hold the matrix; safe to share.
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
     * Two spins 1/2 from their Bloch vectors and correlations: ρ = (1 + Σ a_i σ_i + Σ b_j τ_j + Σ c_ij σ_i τ_j)/4.
     *
     * @param a ⟨σ_x⟩, ⟨σ_y⟩, ⟨σ_z⟩ of A
     * @param b the same of B
     * @param c ⟨σ_i τ_j⟩
     */
    public static BipartiteState ofSpins(double[] a, double[] b, double[][] c) {
        Dense rho = Dense.zero(4, 4, false);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double weight = i == 0 ? j == 0 ? 1 : b[j - 1] : j == 0 ? a[i - 1] : c[i - 1][j - 1];
                addProduct(rho, pauli(i), pauli(j), weight / 4);
            }
        }
        return new BipartiteState(rho, 2, 2);
    }

    /** Unit matrix and Pauli matrices, entries as pairs of real and imaginary part. */
    private static double[][][] pauli(int k) {
        double[] zero = {0, 0};
        double[] one = {1, 0};
        double[] minus = {-1, 0};
        return switch (k) {
            case 0 -> new double[][][] {{one, zero}, {zero, one}};
            case 1 -> new double[][][] {{zero, one}, {one, zero}};
            case 2 -> new double[][][] {{zero, {0, -1}}, {{0, 1}, zero}};
            default -> new double[][][] {{one, zero}, {zero, minus}};
        };
    }

    private static void addProduct(Dense rho, double[][][] p, double[][][] q, double weight) {
        for (int r = 0; r < 4; r++) {
            for (int s = 0; s < 4; s++) {
                double[] x = p[r / 2][s / 2];
                double[] y = q[r % 2][s % 2];
                rho.re()[4 * r + s] += weight * (x[0] * y[0] - x[1] * y[1]);
                rho.im()[4 * r + s] += weight * (x[0] * y[1] + x[1] * y[0]);
            }
        }
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

    /**
     * Concurrence of two spins 1/2. Wootters (1998), PRL 80, 2245, Eq. 6.
     *
     * @throws IllegalArgumentException for larger parts
     */
    public double concurrence() {
        if (left != 2 || right != 2) throw new IllegalArgumentException("concurrence is defined for two spins 1/2");
        Dense root = squareRoot();
        Dense product = root.times(flipped()).times(root);
        double[] squares = Eigen.hermitian(product).re();
        double c = 0;
        for (int k = 0; k < 4; k++) c += (k == 3 ? 1 : -1) * Math.sqrt(Math.max(0, squares[k]));
        return Math.max(0, c);
    }

    private Dense squareRoot() {
        Eigen e = Eigen.hermitian(rho);
        Dense scaled = Dense.zero(4, 4, false);
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 4; k++) {
                double root = Math.sqrt(Math.max(0, e.re()[k]));
                scaled.re()[4 * i + k] = root * e.vectors().re()[4 * i + k];
                scaled.im()[4 * i + k] = root * e.vectors().im()[4 * i + k];
            }
        }
        return scaled.timesAdjoint(e.vectors());
    }

    /** (σ_y ⊗ σ_y) ρ* (σ_y ⊗ σ_y): entries at opposite places, with a sign where the spins' states differ. */
    private Dense flipped() {
        Dense m = Dense.zero(4, 4, false);
        int[] sign = {-1, 1, 1, -1};
        for (int r = 0; r < 4; r++) {
            for (int s = 0; s < 4; s++) {
                int from = 4 * (3 - r) + 3 - s;
                m.re()[4 * r + s] = sign[r] * sign[s] * rho.re()[from];
                m.im()[4 * r + s] = -sign[r] * sign[s] * rho.im()[from];
            }
        }
        return m;
    }
}
