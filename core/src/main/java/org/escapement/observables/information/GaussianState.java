package org.escapement.observables.information;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A Gaussian state of n bosonic modes up to displacements: its covariance matrix V_jk = ⟨{ξ_j, ξ_k}⟩ with ξ = (x_1, p_1,
 * x_2, p_2, ...), [x, p] = i and ⟨ξ⟩ = 0, so that the vacuum is the identity. Every measure here is invariant under
 * symplectic transformations of single modes. Entropies in nats. Immutable.
 *
 * <p>A physical state has V + iΩ ≥ 0, that is no symplectic eigenvalue below 1 ({@link #smallest()}). Numbers from an
 * integration may miss that by their error; they are accepted, and whoever uses them decides how much is too much.
 *
 * <p>Adesso, Ragy and Lee (2014), Open Syst. Inf. Dyn. 21, 1440001.
 */
public final class GaussianState {

    private final double[][] v;
    private final double[] symplectic;

    private GaussianState(double[][] v) {
        this.v = v;
        this.symplectic = Symplectic.eigenvalues(v);
    }

    /**
     * A state with the covariance matrix V, vacuum = identity, [2n][2n].
     *
     * @throws ArithmeticException when V is not positive definite
     */
    public static GaussianState of(double[][] v) {
        int n = v.length;
        if (n == 0 || n % 2 != 0) throw new IllegalArgumentException("a covariance matrix has 2n rows, not " + n);
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            if (v[i].length != n) throw new IllegalArgumentException("row " + i + " has " + v[i].length + " numbers");
            copy[i] = v[i].clone();
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) copy[i][j] = copy[j][i] = (v[i][j] + v[j][i]) / 2;
        }
        return new GaussianState(copy);
    }

    /** A state with symmetrised second moments ⟨{ξ_j, ξ_k}⟩/2, vacuum = 1/2, [2n][2n]. */
    public static GaussianState ofSecondMoments(double[][] g) {
        double[][] v = new double[g.length][];
        for (int i = 0; i < g.length; i++)
            v[i] = Arrays.stream(g[i]).map(x -> 2 * x).toArray();
        return of(v);
    }

    /** Number of modes. */
    public int modes() {
        return v.length / 2;
    }

    /** V, [2n][2n]. */
    public double[][] covariance() {
        return Arrays.stream(v).map(double[]::clone).toArray(double[][]::new);
    }

    double at(int i, int j) {
        return v[i][j];
    }

    /** The state of some modes, in the order given (counted from 0). */
    public GaussianState of(int... modes) {
        if (Arrays.equals(modes, IntStream.range(0, modes()).toArray())) return this;
        int[] rows =
                IntStream.of(modes).flatMap(m -> IntStream.of(2 * m, 2 * m + 1)).toArray();
        double[][] part = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) part[i][j] = v[rows[i]][rows[j]];
        }
        return new GaussianState(part);
    }

    /** Symplectic eigenvalues, ascending, one for each mode; 1 + 2n for a thermal mode of n quanta. */
    public double[] symplecticEigenvalues() {
        return symplectic.clone();
    }

    /** The smallest symplectic eigenvalue: at least 1 by the uncertainty relation. */
    public double smallest() {
        return symplectic[0];
    }

    /** Von Neumann entropy, sum of f over the symplectic eigenvalues, [nats]. */
    public double entropy() {
        return Arrays.stream(symplectic).map(GaussianState::entropy).sum();
    }

    /**
     * Entropy of a mode, f(λ) = ((λ+1)/2) ln((λ+1)/2) - ((λ-1)/2) ln((λ-1)/2), [nats]; 0 at λ = 1 and (to be robust
     * against rounding) below.
     */
    public static double entropy(double lambda) {
        double quanta = (lambda - 1) / 2;
        if (!(quanta > 0)) return Double.isNaN(lambda) ? lambda : 0;
        return Math.log1p(quanta) + quanta * Math.log1p(1 / quanta);
    }

    /** Tr ρ² = 1/√det V. */
    public double purity() {
        return 1 / Arrays.stream(symplectic).reduce(1, (a, b) -> a * b);
    }

    /** I = S_A + S_B - S_AB of two groups of modes, [nats]. */
    public double mutualInformation(int[] a, int[] b) {
        int[] both = IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
        return of(a).entropy() + of(b).entropy() - of(both).entropy();
    }

    /**
     * Logarithmic negativity between two groups of modes, -Σ ln λ̃ over the symplectic eigenvalues λ̃ < 1 of the partially
     * transposed state, [nats]. Zero for separable states; for one mode against any number also only for them.
     */
    public double logarithmicNegativity(int[] a, int[] b) {
        int[] both = IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
        double[][] transposed = of(both).covariance();
        for (int mode = 0; mode < a.length; mode++) {
            for (int k = 0; k < transposed.length; k++) {
                transposed[2 * mode + 1][k] = -transposed[2 * mode + 1][k];
                transposed[k][2 * mode + 1] = -transposed[k][2 * mode + 1];
            }
        }
        double sum = 0;
        for (double lambda : Symplectic.eigenvalues(transposed)) if (lambda < 1) sum -= Math.log(lambda);
        return sum;
    }

    /**
     * What a Gaussian measurement of one mode tells about others at best, and the quantum rest.
     *
     * @param others the modes that are not measured
     * @param measured the mode that is measured
     */
    public OneWayCorrelation correlation(int[] others, int measured) {
        return OneWayCorrelation.of(this, others, measured);
    }
}
