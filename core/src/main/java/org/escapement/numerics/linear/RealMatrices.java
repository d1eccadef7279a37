package org.escapement.numerics.linear;

import java.util.Arrays;

/** Products of dense real matrices stored as rows. Stateless. */
public final class RealMatrices {

    private RealMatrices() {}

    public static double[][] identity(int n) {
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) m[i][i] = 1;
        return m;
    }

    /** target += factor * row. */
    public static void addScaled(double[] target, double factor, double[] row) {
        if (factor == 0) return;
        for (int j = 0; j < target.length; j++) target[j] += factor * row[j];
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
        return sum;
    }

    public static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> dot(row, x)).toArray();
    }

    public static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) addScaled(product[i], a[i][k], b[k]);
        }
        return product;
    }

    /** target += factor a a^T. */
    public static void addSquare(double[][] target, double factor, double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double value = factor * dot(a[i], a[j]);
                target[i][j] += value;
                if (i != j) target[j][i] += value;
            }
        }
    }

    /** a^exponent for exponent >= 0, by squaring. */
    public static double[][] power(double[][] a, int exponent) {
        double[][] result = identity(a.length);
        double[][] square = a;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) result = times(square, result);
            if (e > 1) square = times(square, square);
        }
        return result;
    }
}
