package org.escapement.numerics.linear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;

/** Exponentials of real matrices and, through companion matrices, zeros of real polynomials. Stateless. */
public final class RealFunctions {

    private static final int POLISHING_STEPS = 20;

    private RealFunctions() {}

    /** exp(matrix * t) by scaling and squaring. */
    public static double[][] exponential(double[][] matrix, double t) {
        return MatrixUtils.matrixExponential(
                        MatrixUtils.createRealMatrix(matrix).scalarMultiply(t))
                .getData();
    }

    /**
     * Zeros of c[0] + c[1] x + ... + c[n] x^n, c[n] != 0: eigenvalues of the companion matrix after scaling the
     * variable to coefficients of like size, polished by Newton's rule.
     */
    public static List<Complex> zeros(double... c) {
        int n = c.length - 1;
        if (n < 1 || c[n] == 0) throw new ArithmeticException("a polynomial needs a leading coefficient that is not 0");
        double scale = c[0] == 0 ? 1 : Math.pow(Math.abs(c[0] / c[n]), 1.0 / n);
        double[][] companion = new double[n][n];
        for (int i = 0; i < n; i++) {
            companion[i][n - 1] = -c[i] / c[n] * Math.pow(scale, i - n);
            if (i > 0) companion[i][i - 1] = 1;
        }
        List<Complex> zeros = new ArrayList<>();
        for (Complex z : DenseAlgebra.eigenvalues(companion)) zeros.add(polished(c, z.times(scale)));
        return zeros;
    }

    private static Complex polished(double[] c, Complex start) {
        Complex z = start;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < POLISHING_STEPS; step++) {
            Complex value = Complex.ZERO;
            Complex slope = Complex.ZERO;
            for (int i = c.length - 1; i >= 0; i--) {
                slope = slope.times(z).plus(value);
                value = value.times(z).plus(c[i]);
            }
            if (slope.modulusSquared() == 0) return z;
            Complex change = value.over(slope);
            if (!(change.modulus() < last)) return z;
            last = change.modulus();
            z = z.minus(change);
            if (last <= 1e-16 * z.modulus()) return z;
        }
        return z;
    }
}
