package org.escapement.observables.information;

/**
 * Two modes in standard form, reached by symplectic transformations of each mode: V = [[a, 0, c1, 0], [0, a, 0, c2],
 * [c1, 0, b, 0], [0, c2, 0, b]] with |c1| ≥ |c2|. The transformations are computed from factors of the single modes, so
 * that weak correlations are as accurate as strong ones.
 *
 * @param a local symplectic eigenvalue of the first mode, √det α
 * @param b local symplectic eigenvalue of the second mode, √det β
 * @param c1 larger correlation, not negative
 * @param c2 smaller correlation, with the sign of det γ
 */
public record StandardForm(double a, double b, double c1, double c2) {

    /** The standard form of a two-mode state. */
    public static StandardForm of(GaussianState state) {
        if (state.modes() != 2) throw new IllegalArgumentException("a standard form needs two modes");
        return of(state.covariance());
    }

    static StandardForm of(double[][] v) {
        double[] alpha = factor(v[0][0], v[0][1], v[1][1]);
        double[] beta = factor(v[2][2], v[2][3], v[3][3]);
        double a = alpha[0] * alpha[2];
        double b = beta[0] * beta[2];
        // g = √(ab) Lα⁻¹ γ Lβ⁻ᵀ
        double[] top = solved(beta, v[0][2], v[0][3]);
        double[] bottom = solved(beta, v[1][2], v[1][3]);
        double scale = Math.sqrt(a * b);
        double g11 = scale * top[0] / alpha[0];
        double g12 = scale * top[1] / alpha[0];
        double g21 = scale * (bottom[0] - alpha[1] * top[0] / alpha[0]) / alpha[2];
        double g22 = scale * (bottom[1] - alpha[1] * top[1] / alpha[0]) / alpha[2];
        // Singular values with the sign of the determinant: |g11 + g22 + i(g21 - g12)| ± |g11 - g22 + i(g21 + g12)|.
        double sum = Math.hypot(g11 + g22, g21 - g12);
        double difference = Math.hypot(g11 - g22, g21 + g12);
        double larger = (sum + difference) / 2;
        double smaller = larger == 0 ? 0 : (g11 * g22 - g12 * g21) / larger;
        return new StandardForm(a, b, larger, smaller);
    }

    /** The Cholesky factor [l11, l21, l22] of a 2 x 2 matrix. */
    private static double[] factor(double m11, double m12, double m22) {
        double determinant = m11 * m22 - m12 * m12;
        if (!(m11 > 0 && determinant > 0)) throw Symplectic.notPositive();
        double l11 = Math.sqrt(m11);
        return new double[] {l11, m12 / l11, Math.sqrt(determinant) / l11};
    }

    /** (x, y) L⁻ᵀ. */
    private static double[] solved(double[] l, double x, double y) {
        double first = x / l[0];
        return new double[] {first, (y - l[1] * first) / l[2]};
    }

    /** det V. */
    public double determinant() {
        return (a * b - c1 * c1) * (a * b - c2 * c2);
    }

    /** Symplectic eigenvalues of the state, ascending. */
    public double[] symplecticEigenvalues() {
        return eigenvalues(c2);
    }

    /** Symplectic eigenvalues of the partial transpose, ascending: the state is entangled when the first is below 1. */
    public double[] transposedEigenvalues() {
        return eigenvalues(-c2);
    }

    /** 2 λ± ² = Δ ± √(Δ² - 4 det V); the smaller one from the product, the root from factors that show its zeros. */
    private double[] eigenvalues(double second) {
        double determinant = determinant();
        if (!(determinant > 0 && a * b > c1 * c1)) throw Symplectic.notPositive();
        double delta = a * a + b * b + 2 * c1 * second;
        double difference = (a - b) * (a + b);
        double discriminant = difference * difference + 4 * (a * c1 + b * second) * (b * c1 + a * second);
        double larger = Math.sqrt((delta + Math.sqrt(Math.max(0, discriminant))) / 2);
        return new double[] {Math.min(larger, Math.sqrt(determinant) / larger), larger};
    }

    /** max(0, -ln λ̃) with the smallest symplectic eigenvalue λ̃ of the partial transpose, [nats]. */
    public double logarithmicNegativity() {
        return Math.max(0, -Math.log(transposedEigenvalues()[0]));
    }

    /** The two modes exchanged. */
    public StandardForm exchanged() {
        return new StandardForm(b, a, c1, c2);
    }
}
