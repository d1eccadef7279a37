package org.escapement.numerics.special;

import org.escapement.numerics.linear.Complex;

/**
 * Digamma psi(z) = d ln Gamma/dz and trigamma psi'(z) of a complex argument, accurate to about 1e-15 relative to the
 * largest term that enters. Reflection to the right half plane, recurrence to |z| >= 12, asymptotic series.
 * Abramowitz and Stegun (1964), 6.3.5, 6.3.7, 6.3.18, 6.4.6, 6.4.7, 6.4.12. Stateless.
 *
 * <p>Written here because the libraries the program already uses offer both functions for real arguments only.
 */
public final class Polygamma {

    private static final double FAR = 12;

    /** Bernoulli numbers B_2, B_4, ... B_22. */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330,
        854513.0 / 138
    };

    private Polygamma() {}

    /** psi(z); infinite at 0, -1, -2, ... */
    public static Complex digamma(Complex z) {
        if (z.re() < 0.5) {
            return digamma(Complex.ONE.minus(z)).minus(cotangent(z).times(Math.PI));
        }
        double x = z.re();
        double y = z.im();
        double sumRe = 0;
        double sumIm = 0;
        while (x * x + y * y < FAR * FAR) {
            double size = x * x + y * y;
            sumRe += x / size;
            sumIm -= y / size;
            x += 1;
        }
        Complex far = new Complex(x, y);
        Complex inverse = far.reciprocal();
        Complex square = inverse.squared();
        Complex series = Complex.ZERO;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = series.plus(BERNOULLI[k - 1] / (2 * k)).times(square);
        }
        Complex asymptotic = far.log().minus(inverse.times(0.5)).minus(series);
        return new Complex(asymptotic.re() - sumRe, asymptotic.im() - sumIm);
    }

    /** psi'(z); infinite at 0, -1, -2, ... */
    public static Complex trigamma(Complex z) {
        if (z.re() < 0.5) {
            Complex sine = sine(z);
            return Complex.real(Math.PI * Math.PI).over(sine.squared()).minus(trigamma(Complex.ONE.minus(z)));
        }
        Complex far = z;
        Complex sum = Complex.ZERO;
        while (far.modulusSquared() < FAR * FAR) {
            sum = sum.plus(far.squared().reciprocal());
            far = far.plus(1);
        }
        Complex inverse = far.reciprocal();
        Complex square = inverse.squared();
        Complex series = Complex.ZERO;
        for (int k = BERNOULLI.length; k >= 1; k--)
            series = series.plus(BERNOULLI[k - 1]).times(square);
        return sum.plus(inverse.times(series.plus(1))).plus(square.times(0.5));
    }

    /** cot(pi z), with the real part reduced first so that large arguments keep their digits. */
    private static Complex cotangent(Complex z) {
        double x = Math.PI * (z.re() - Math.rint(z.re()));
        double y = Math.PI * z.im();
        if (Math.abs(y) > 20) {
            double decay = 2 * Math.exp(-2 * Math.abs(y));
            return new Complex(decay * Math.sin(2 * x), -Math.signum(y) * (1 + decay * Math.cos(2 * x)));
        }
        double scale = Math.sin(x) * Math.sin(x) + Math.sinh(y) * Math.sinh(y);
        return new Complex(Math.sin(x) * Math.cos(x) / scale, -Math.sinh(y) * Math.cosh(y) / scale);
    }

    /** sin(pi z) up to a sign. */
    private static Complex sine(Complex z) {
        double x = Math.PI * (z.re() - Math.rint(z.re()));
        double y = Math.PI * z.im();
        return new Complex(Math.sin(x) * Math.cosh(y), Math.cos(x) * Math.sinh(y));
    }
}
