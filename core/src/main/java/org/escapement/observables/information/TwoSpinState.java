package org.escapement.observables.information;

import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * The state of two spins 1/2 given by its Pauli moments, ρ = (1/4) Σ_ab R_ab σ_a ⊗ σ_b with R_ab = ⟨σ_a ⊗ σ_b⟩ and σ_0 = 1.
 * Entropies and correlations in nats. Immutable.
 *
 * <p>Moments from an approximation may belong to no state; {@link #smallestEigenvalue} says so, and entropies refuse.
 */
public final class TwoSpinState {

    /** A negative probability of this size is rounding. */
    private static final double ROUNDING = 1e-10;

    private final double[][] r;

    private TwoSpinState(double[][] moments) {
        r = moments;
    }

    /**
     * The state with given moments.
     *
     * @param moments ⟨σ_a ⊗ σ_b⟩ with a, b = 0 (identity), x, y, z; its first entry is 1
     */
    public static TwoSpinState of(double[][] moments) {
        double[][] copy = new double[4][];
        for (int a = 0; a < 4; a++) copy[a] = moments[a].clone();
        if (Math.abs(copy[0][0] - 1) > 1e-9) {
            throw new IllegalArgumentException("a state has trace 1, not " + copy[0][0]);
        }
        return new TwoSpinState(copy);
    }

    /** ⟨σ_a ⊗ σ_b⟩. */
    public double moment(int a, int b) {
        return r[a][b];
    }

    /** The density matrix in the basis ++, +-, -+, --. */
    Dense matrix() {
        Dense rho = Dense.zero(4, 4, false);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) addProduct(rho, a, b, r[a][b] / 4);
        }
        return rho;
    }

    private static void addProduct(Dense rho, int a, int b, double weight) {
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                // Each Pauli matrix has one entry in each row: column i for 1 and z, 1 - i for x and y.
                int k = a == 1 || a == 2 ? 1 - i : i;
                int l = b == 1 || b == 2 ? 1 - j : j;
                double sign = (a == 3 && i == 1 ? -1 : 1) * (b == 3 && j == 1 ? -1 : 1);
                int at = (2 * i + j) * 4 + 2 * k + l;
                // σ_y has -i above and +i below the diagonal.
                double first = i == 0 ? -1 : 1;
                double second = j == 0 ? -1 : 1;
                if (a == 2 && b == 2) rho.re()[at] -= weight * first * second;
                else if (a == 2) rho.im()[at] += weight * sign * first;
                else if (b == 2) rho.im()[at] += weight * sign * second;
                else rho.re()[at] += weight * sign;
            }
        }
    }

    private double[] eigenvalues() {
        return Eigen.hermitian(matrix()).re();
    }

    /** The smallest eigenvalue of the density matrix: negative when the moments belong to no state. */
    public double smallestEigenvalue() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double p : eigenvalues()) smallest = Math.min(smallest, p);
        return smallest;
    }

    /** Entropy of both spins together, [nats]. */
    public double entropy() {
        double sum = 0;
        for (double p : eigenvalues()) sum += term(p);
        return sum;
    }

    /** Entropy of the first or the second spin, [nats]. */
    public double entropy(int spin) {
        double[] b = bloch(spin);
        return entropy(length(b));
    }

    private double[] bloch(int spin) {
        return spin == 0 ? new double[] {r[1][0], r[2][0], r[3][0]} : new double[] {r[0][1], r[0][2], r[0][3]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** Entropy of a spin with a Bloch vector of given length. */
    private static double entropy(double length) {
        return term((1 + length) / 2) + term((1 - length) / 2);
    }

    private static double term(double p) {
        if (p < -ROUNDING) {
            throw new ModelException("the moments of the two spins belong to no state: a probability is " + p);
        }
        return p <= 0 ? 0 : -p * Math.log(p);
    }

    /** S_1 + S_2 - S_12, [nats]. */
    public double mutualInformation() {
        return entropy(0) + entropy(1) - entropy();
    }

    /**
     * Concurrence max(0, λ1 - λ2 - λ3 - λ4) with the square roots λ, in descending order, of the eigenvalues of ρ (σ_y⊗σ_y)
     * ρ* (σ_y⊗σ_y). Wootters (1998), Phys. Rev. Lett. 80, 2245.
     */
    public double concurrence() {
        if (smallestEigenvalue() < -ROUNDING) term(smallestEigenvalue());
        double[][] flipped = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) flipped[a][b] = (a == 0 == (b == 0) ? 1 : -1) * r[a][b];
        }
        Eigen e = Eigen.of(matrix().times(new TwoSpinState(flipped).matrix()), false);
        double[] roots = new double[4];
        for (int i = 0; i < 4; i++) roots[i] = Math.sqrt(Math.max(0, e.re()[i]));
        java.util.Arrays.sort(roots);
        return Math.max(0, roots[3] - roots[2] - roots[1] - roots[0]);
    }

    /**
     * Quantum discord with projective measurements of one spin: mutual information minus the largest decrease of the other
     * spin's entropy. Ollivier and Zurek (2001), Phys. Rev. Lett. 88, 017901.
     *
     * @param measured 0 for the first spin, 1 for the second
     */
    public double discord(int measured) {
        TwoSpinState seen = measured == 1 ? this : exchanged();
        return seen.entropy(1) - seen.entropy() + new MeasuredSpin(seen).leastEntropy();
    }

    private TwoSpinState exchanged() {
        double[][] t = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) t[a][b] = r[b][a];
        }
        return new TwoSpinState(t);
    }

    /**
     * Entropy of the first spin after a projective measurement of the second along a unit vector: the outcomes ± have
     * probabilities (1 ± b·n)/2 and leave Bloch vectors (a ± T n)/(1 ± b·n).
     */
    double entropyAfter(double[] n) {
        double[] a = bloch(0);
        double[] b = bloch(1);
        double sum = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double weight = 1;
            double[] left = a.clone();
            for (int j = 0; j < 3; j++) {
                weight += sign * b[j] * n[j];
                for (int i = 0; i < 3; i++) left[i] += sign * r[i + 1][j + 1] * n[j];
            }
            if (weight > 0) sum += weight / 2 * entropy(Math.min(1, length(left) / weight));
        }
        return sum;
    }
}
