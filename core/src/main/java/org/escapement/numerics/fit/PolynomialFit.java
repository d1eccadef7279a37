package org.escapement.numerics.fit;

/** Least squares by a polynomial, all points with equal weight. */
public final class PolynomialFit {

    private PolynomialFit() {}

    /** The value at 0 of the polynomial of an order through the points; by orthogonalised columns. */
    public static double constant(double[] x, double[] y, int order) {
        return coefficients(x, y, order)[0];
    }

    /** The slope of a straight line through the points. */
    public static double slope(double[] x, double[] y) {
        return coefficients(x, y, 1)[1];
    }

    /** Coefficients by ascending power. */
    public static double[] coefficients(double[] x, double[] y, int order) {
        int n = x.length;
        double scale = 0;
        for (double v : x) scale = Math.max(scale, Math.abs(v));
        double[][] q = new double[order + 1][n];
        double[][] r = new double[order + 1][order + 1];
        double[] b = new double[order + 1];
        for (int k = 0; k <= order; k++) {
            for (int i = 0; i < n; i++) q[k][i] = Math.pow(x[i] / scale, k);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double overlap = dot(q[j], q[k]);
                    r[j][k] += overlap;
                    for (int i = 0; i < n; i++) q[k][i] -= overlap * q[j][i];
                }
            }
            r[k][k] = Math.sqrt(dot(q[k], q[k]));
            for (int i = 0; i < n; i++) q[k][i] /= r[k][k];
            b[k] = dot(q[k], y);
        }
        for (int k = order; k >= 0; k--) {
            for (int j = k + 1; j <= order; j++) b[k] -= r[k][j] * b[j];
            b[k] /= r[k][k];
        }
        for (int k = 0; k <= order; k++) b[k] /= Math.pow(scale, k);
        return b;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
