package org.escapement.numerics.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** Eigenvalues, null spaces and products of small dense matrices given as rows. Stateless and thread-safe. */
public final class DenseAlgebra {

    private static final int ATTEMPTS = 6;

    private DenseAlgebra() {}

    /**
     * Eigenvalues by descending real part, then descending imaginary part.
     *
     * @throws ArithmeticException when the iteration does not converge or an element is not finite
     */
    public static List<Complex> eigenvalues(double[][] a) {
        if (a.length == 0) return List.of();
        for (double[] row : a) {
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new ArithmeticException("a matrix element is not finite");
            }
        }
        List<Complex> values = new ArrayList<>(spectrum(a));
        values.sort(Comparator.comparingDouble(Complex::re)
                .thenComparingDouble(Complex::im)
                .reversed());
        return List.copyOf(values);
    }

    /** The QR iteration may stall on matrices of special structure; a reflection of the space removes that. */
    private static List<Complex> spectrum(double[][] a) {
        double[][] turned = a;
        for (int attempt = 1; ; attempt++) {
            try {
                return Arrays.stream(new EigenDecompositionNonSymmetric(matrix(turned)).getEigenvalues())
                        .map(c -> new Complex(c.getReal(), c.getImaginary()))
                        .toList();
            } catch (MathIllegalStateException stalled) {
                if (attempt == ATTEMPTS) {
                    throw new ArithmeticException("eigenvalues: " + stalled.getMessage());
                }
                turned = reflected(turned, attempt);
            }
        }
    }

    /** H a H with the reflection H = 1 - 2 u u'. */
    private static double[][] reflected(double[][] a, int seed) {
        int n = a.length;
        double[] u = new double[n];
        for (int i = 0; i < n; i++) u[i] = Math.cos((i + 1) * (seed + 0.37));
        double square = dot(u, u);
        double[][] h = identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) h[i][j] -= 2 * u[i] * u[j] / square;
        }
        return multiply(h, multiply(a, h));
    }

    private static final int SMALL = 60;

    /**
     * Solves a x = b.
     *
     * @throws ArithmeticException when the matrix is singular
     */
    public static double[] solve(double[][] a, double[] b) {
        if (a.length > SMALL) return solveLarge(a, b);
        try {
            return new LUDecomposition(matrix(a), 0)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(b))
                    .toArray();
        } catch (MathIllegalArgumentException e) {
            throw new ArithmeticException("the matrix is singular");
        }
    }

    private static double[] solveLarge(double[][] a, double[] b) {
        int n = a.length;
        double[] rows = new double[n * n];
        for (int i = 0; i < n; i++) System.arraycopy(a[i], 0, rows, i * n, n);
        double[] x = b.clone();
        // Rows read as columns are the transpose.
        try (Lu lu = Lu.ofColumns(n, false, rows)) {
            lu.solveAdjointColumns(x, 1);
        }
        return x;
    }

    public static double determinant(double[][] a) {
        return new LUDecomposition(matrix(a)).getDeterminant();
    }

    /**
     * Orthonormal vectors perpendicular to all rows, as columns of the result.
     *
     * @param rows linearly independent vectors of length n, none for the whole space
     */
    public static double[][] complement(double[][] rows, int n) {
        double[][] q = identity(n);
        if (rows.length > 0)
            q = new QRDecomposition(matrix(transpose(rows))).getQ().getData();
        double[][] basis = new double[n][n - rows.length];
        for (int i = 0; i < n; i++) basis[i] = Arrays.copyOfRange(q[i], rows.length, n);
        return basis;
    }

    /** The unit vector that a matrix with more columns than rank shortens most: its last right singular vector. */
    public static double[] nullVector(double[][] a) {
        int columns = a[0].length;
        int rows = Math.max(columns, a.length);
        double[][] square = new double[rows][columns];
        for (int i = 0; i < a.length; i++) square[i] = a[i].clone();
        return new SingularValueDecomposition(matrix(square)).getV().getColumn(columns - 1);
    }

    /** basisᵀ a basis: a linear map seen by a subspace with orthonormal columns. */
    public static double[][] restrict(double[][] a, double[][] basis) {
        return basis[0].length == 0 ? new double[0][0] : multiply(transpose(basis), multiply(a, basis));
    }

    public static double[][] multiply(double[][] a, double[][] b) {
        return matrix(a).multiply(matrix(b)).getData();
    }

    public static double[] multiply(double[][] a, double[] x) {
        return matrix(a).operate(x);
    }

    public static double[][] transpose(double[][] a) {
        return matrix(a).transpose().getData();
    }

    public static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) one[i][i] = 1;
        return one;
    }

    public static double norm(double[] x) {
        double sum = 0;
        for (double v : x) sum = Math.fma(v, v, sum);
        return Math.sqrt(sum);
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum = Math.fma(a[i], b[i], sum);
        return sum;
    }

    public static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum = Math.fma(a[i] - b[i], a[i] - b[i], sum);
        return Math.sqrt(sum);
    }

    static RealMatrix matrix(double[][] a) {
        return new Array2DRowRealMatrix(a, false);
    }
}
