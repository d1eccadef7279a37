package org.escapement.dynamics.cumulant;

/**
 * Power series in three commuting variables up to a total degree: enough for the generating function of the moments of
 * one site. Immutable.
 */
final class TruncatedSeries {

    private final int degree;
    private final double[][][] c;

    private TruncatedSeries(int degree) {
        this.degree = degree;
        c = new double[degree + 1][degree + 1][degree + 1];
    }

    static TruncatedSeries constant(int degree, double value) {
        TruncatedSeries s = new TruncatedSeries(degree);
        s.c[0][0][0] = value;
        return s;
    }

    /** One term. */
    static TruncatedSeries term(int degree, double value, int i, int j, int k) {
        TruncatedSeries s = new TruncatedSeries(degree);
        if (i + j + k <= degree) s.c[i][j][k] = value;
        return s;
    }

    double coefficient(int i, int j, int k) {
        return c[i][j][k];
    }

    TruncatedSeries plus(TruncatedSeries other) {
        TruncatedSeries sum = new TruncatedSeries(degree);
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; i + j <= degree; j++) {
                for (int k = 0; i + j + k <= degree; k++) sum.c[i][j][k] = c[i][j][k] + other.c[i][j][k];
            }
        }
        return sum;
    }

    TruncatedSeries times(double factor) {
        return times(constant(degree, factor));
    }

    TruncatedSeries times(TruncatedSeries other) {
        TruncatedSeries product = new TruncatedSeries(degree);
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; i + j <= degree; j++) {
                for (int k = 0; i + j + k <= degree; k++) {
                    if (c[i][j][k] != 0) product.addScaled(other, c[i][j][k], i, j, k);
                }
            }
        }
        return product;
    }

    private void addScaled(TruncatedSeries other, double factor, int i, int j, int k) {
        int left = degree - i - j - k;
        for (int p = 0; p <= left; p++) {
            for (int q = 0; p + q <= left; q++) {
                for (int r = 0; p + q + r <= left; r++) c[i + p][j + q][k + r] += factor * other.c[p][q][r];
            }
        }
    }

    /** Σ_n a_n this^n for a series without constant term. */
    TruncatedSeries into(double... a) {
        TruncatedSeries sum = constant(degree, 0);
        TruncatedSeries power = constant(degree, 1);
        for (int n = 0; n < a.length && n <= degree; n++) {
            sum = sum.plus(power.times(a[n]));
            power = power.times(this);
        }
        return sum;
    }

    /** (1 + this)^exponent for a series without constant term. */
    TruncatedSeries onePlusToThe(double exponent) {
        double[] binomial = new double[degree + 1];
        binomial[0] = 1;
        for (int n = 1; n <= degree; n++) binomial[n] = binomial[n - 1] * (exponent - n + 1) / n;
        return into(binomial);
    }

    /** exp of a series without constant term. */
    TruncatedSeries exponential() {
        double[] a = new double[degree + 1];
        a[0] = 1;
        for (int n = 1; n <= degree; n++) a[n] = a[n - 1] / n;
        return into(a);
    }
}
