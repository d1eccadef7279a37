package org.escapement.numerics.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** Eigenvalues, null spaces and products of small dense matrices given as rows. Stateless and thread-safe. */
public final class DenseAlgebra {

    private DenseAlgebra() {}

    /** Eigenvalues by descending real part, then descending imaginary part. */
    public static List<Complex> eigenvalues(double[][] a) {
        if (a.length == 0) return List.of();
        List<Complex> values = new ArrayList<>();
        for (var c : new EigenDecompositionNonSymmetric(matrix(a)).getEigenvalues()) {
            values.add(new Complex(c.getReal(), c.getImaginary()));
        }
        values.sort(Comparator.comparingDouble(Complex::re)
                .thenComparingDouble(Complex::im)
                .reversed());
        return List.copyOf(values);
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
