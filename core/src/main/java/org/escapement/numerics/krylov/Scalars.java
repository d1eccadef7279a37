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

    /** Writes real and imaginary part of the scalar product of complex vectors, conjugate-linear in x, to two places. */
    public static void product(double[] x, double[] y, double[] out, int at) {
        int n = x.length / 2;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < n; i++) {
            double xr = x[i];
            double xi = x[n + i];
            double yr = y[i];
            double yi = y[n + i];
            a = Math.fma(xr, yr, a);
            b = Math.fma(xi, yi, b);
            c = Math.fma(xr, yi, c);
            d = Math.fma(xi, yr, d);
        }
        out[at] = a + b;
        out[at + 1] = c - d;
    }

    public static double norm(double[] x) {
        return Math.sqrt(real(x, x));
    }

    /** y += (re + i im) x. */
    public void add(double[] y, double re, double im, double[] x) {
        if (im == 0) {
            for (int i = 0; i < x.length; i++) y[i] = Math.fma(re, x[i], y[i]);
            return;
        }
        int n = x.length / 2;
        for (int i = 0; i < n; i++) y[i] = Math.fma(re, x[i], y[i]) - im * x[n + i];
        for (int i = 0; i < n; i++) y[n + i] = Math.fma(re, x[n + i], y[n + i]) + im * x[i];
    }

    public static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }
}
