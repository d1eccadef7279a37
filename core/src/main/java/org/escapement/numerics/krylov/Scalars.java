package org.escapement.numerics.krylov;

/**
 * Whether vectors are combined with real or with complex numbers. Complex vectors hold their imaginary parts behind the
 * real ones; with real scalars such a vector is simply twice as long.
 */
public enum Scalars {
    REAL,
    COMPLEX;

    /** Real part of the scalar product, conjugate-linear in x. */
    public static double real(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < x.length; i++) a = Math.fma(x[i], y[i], a);
        return (a + b) + (c + d);
    }

    /** Imaginary part of the scalar product, 0 with real scalars. */
    public double imaginary(double[] x, double[] y) {
        if (this == REAL) return 0;
        int n = x.length / 2;
        double sum = 0;
        for (int i = 0; i < n; i++) sum += x[i] * y[n + i] - x[n + i] * y[i];
        return sum;
    }

    public static double norm(double[] x) {
        return Math.sqrt(real(x, x));
    }

    /** y += (re + i im) x. */
    public void add(double[] y, double re, double im, double[] x) {
        for (int i = 0; i < x.length; i++) y[i] = Math.fma(re, x[i], y[i]);
        if (im == 0) return;
        int n = x.length / 2;
        for (int i = 0; i < n; i++) {
            y[i] -= im * x[n + i];
            y[n + i] += im * x[i];
        }
    }

    public static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }
}
