package org.escapement.numerics.polynomial;

import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexMatrix;

/**
 * Follows one zero of (1 - t) gamma G + t F from t = 0 to t = 1, G_i = X_i^d_i - X_0^d_i, in projective space: on the
 * patch p X = 1 points at infinity are ordinary points with X_0 = 0. Steps of order 4 along the tangent, corrected by
 * Newton's method (Sommese and Wampler 2005, chapters 2 and 8). Not thread-safe.
 */
final class PathTracker {

    /**
     * Where a path ends.
     *
     * @param re real parts of X_0, X_1, ...
     * @param error how far rounding of the equations moves the zero, relative to it: large at singular zeros
     */
    record End(double[] re, double[] im, double error, boolean arrived) {}

    private static final double SMALLEST = 1e-10;
    /** A path that is this close to its end when steps become too small is at a singular zero. */
    private static final double CLOSE = 1e-6;

    private final HomogeneousSystem target;
    private final Complex gamma;
    private final double[] patchRe;
    private final double[] patchIm;
    private final double tolerance;
    private final double largest;
    private final int n;
    private double[] re;
    private double[] im;

    /**
     * A tracker for all paths of a system.
     *
     * @param tolerance of corrections relative to the point
     * @param largest largest step
     */
    PathTracker(HomogeneousSystem target, Complex gamma, Complex[] patch, double tolerance, double largest) {
        this.target = target;
        this.gamma = gamma;
        this.n = target.size();
        this.tolerance = tolerance;
        this.largest = largest;
        this.patchRe = new double[n];
        this.patchIm = new double[n];
        for (int v = 0; v < n; v++) {
            patchRe[v] = patch[v].re();
            patchIm[v] = patch[v].im();
        }
    }

    /** The path from the zero of G with X_i / X_0 = exp(2 pi i root_i / d_i). */
    End follow(int[] root) {
        start(root);
        double t = 0;
        double step = Math.min(0.05, largest);
        int good = 0;
        while (t < 1) {
            double h = Math.min(step, 1 - t);
            double[] oldRe = re.clone();
            double[] oldIm = im.clone();
            if (predict(t, h) && correct(t + h, 3, tolerance) <= tolerance) {
                t += h;
                if (1 - t < 1e-15) t = 1;
                good++;
                if (good >= 3) {
                    step = Math.min(2 * step, largest);
                    good = 0;
                }
            } else {
                re = oldRe;
                im = oldIm;
                good = 0;
                step = h / 2;
                if (step < SMALLEST) break;
            }
        }
        return end(t);
    }

    private End end(double t) {
        boolean arrived = 1 - t < CLOSE;
        double moved = arrived ? correct(1, 12, 1e-15) : Double.NaN;
        boolean converged = moved <= 1e-9;
        return new End(re, im, converged ? error() : Double.POSITIVE_INFINITY, arrived);
    }

    private void start(int[] root) {
        re = new double[n];
        im = new double[n];
        re[0] = 1;
        for (int v = 1; v < n; v++) {
            Complex z = Complex.phase(2 * Math.PI * root[v - 1] / target.degree(v - 1));
            re[v] = z.re();
            im[v] = z.im();
        }
        Complex p = Complex.ZERO;
        for (int v = 0; v < n; v++) p = p.plus(new Complex(patchRe[v], patchIm[v]).times(new Complex(re[v], im[v])));
        Complex scale = p.reciprocal();
        for (int v = 0; v < n; v++) {
            Complex z = new Complex(re[v], im[v]).times(scale);
            re[v] = z.re();
            im[v] = z.im();
        }
    }

    /** H and its Jacobian at t; the derivative of H with respect to t in column 1 of f. */
    private void equations(double t, ComplexMatrix f, ComplexMatrix j) {
        ComplexMatrix rate = new ComplexMatrix(n, 1);
        target.add(1, re, im, rate, j);
        for (int i = 0; i < n - 1; i++) {
            f.add(i, 0, t * rate.re(i, 0), t * rate.im(i, 0));
            f.add(i, 1, rate.re(i, 0), rate.im(i, 0));
            for (int v = 0; v < n; v++) j.set(i, v, j.get(i, v).times(t));
            int d = target.degree(i);
            Complex x = new Complex(re[i + 1], im[i + 1]);
            Complex x0 = new Complex(re[0], im[0]);
            Complex low = power(x, d - 1);
            Complex low0 = power(x0, d - 1);
            Complex g = gamma.times(low.times(x).minus(low0.times(x0)));
            f.add(i, 0, (1 - t) * g.re(), (1 - t) * g.im());
            f.add(i, 1, -g.re(), -g.im());
            Complex slope = gamma.times(low).times((1 - t) * d);
            Complex slope0 = gamma.times(low0).times(-(1 - t) * d);
            j.add(i, i + 1, slope.re(), slope.im());
            j.add(i, 0, slope0.re(), slope0.im());
        }
        Complex p = new Complex(-1, 0);
        for (int v = 0; v < n; v++) {
            j.add(n - 1, v, patchRe[v], patchIm[v]);
            p = p.plus(new Complex(patchRe[v], patchIm[v]).times(new Complex(re[v], im[v])));
        }
        f.add(n - 1, 0, p.re(), p.im());
    }

    private static Complex power(Complex z, int exponent) {
        Complex result = Complex.ONE;
        for (int k = 0; k < exponent; k++) result = result.times(z);
        return result;
    }

    /** dX/dt along the path, null where the Jacobian is singular. */
    private double[][] tangent(double t) {
        ComplexMatrix f = new ComplexMatrix(n, 2);
        ComplexMatrix j = new ComplexMatrix(n, n);
        equations(t, f, j);
        ComplexMatrix b = new ComplexMatrix(n, 1);
        for (int i = 0; i < n - 1; i++) b.add(i, 0, -f.re(i, 1), -f.im(i, 1));
        try {
            j.solve(b);
        } catch (ArithmeticException singular) {
            return null;
        }
        double[][] x = new double[2][n];
        for (int i = 0; i < n; i++) {
            x[0][i] = b.re(i, 0);
            x[1][i] = b.im(i, 0);
        }
        return x;
    }

    /** A classical Runge-Kutta step along the tangent. */
    private boolean predict(double t, double h) {
        double[] startRe = re.clone();
        double[] startIm = im.clone();
        double[] sumRe = re.clone();
        double[] sumIm = im.clone();
        double[] at = {0, 0.5, 0.5, 1};
        double[] weight = {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0};
        double[][] k = null;
        for (int s = 0; s < 4; s++) {
            for (int v = 0; v < n && k != null; v++) {
                re[v] = startRe[v] + at[s] * h * k[0][v];
                im[v] = startIm[v] + at[s] * h * k[1][v];
            }
            k = tangent(t + at[s] * h);
            if (k == null) return false;
            for (int v = 0; v < n; v++) {
                sumRe[v] += weight[s] * h * k[0][v];
                sumIm[v] += weight[s] * h * k[1][v];
            }
        }
        re = sumRe;
        im = sumIm;
        return true;
    }

    /** Newton's method at fixed t; the last change relative to the point, NaN when it fails. */
    private double correct(double t, int most, double goal) {
        double moved = Double.POSITIVE_INFINITY;
        for (int k = 0; k < most && moved > goal; k++) {
            ComplexMatrix f = new ComplexMatrix(n, 2);
            ComplexMatrix j = new ComplexMatrix(n, n);
            equations(t, f, j);
            try {
                j.solve(f);
            } catch (ArithmeticException singular) {
                return Double.NaN;
            }
            double change = 0;
            double size = 0;
            for (int v = 0; v < n; v++) {
                re[v] -= f.re(v, 0);
                im[v] -= f.im(v, 0);
                change = Math.max(change, Math.hypot(f.re(v, 0), f.im(v, 0)));
                size = Math.max(size, Math.hypot(re[v], im[v]));
            }
            double last = moved;
            moved = change / size;
            if (Double.isNaN(moved) || k > 2 && moved > last && moved > 1e-12) return Double.NaN;
            if (k > 2 && moved >= last) return moved;
        }
        return moved;
    }

    private double error() {
        ComplexMatrix j = new ComplexMatrix(n, n);
        equations(1, new ComplexMatrix(n, 2), j);
        ComplexMatrix inverse = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) inverse.add(i, i, 1, 0);
        try {
            j.solve(inverse);
        } catch (ArithmeticException singular) {
            return Double.POSITIVE_INFINITY;
        }
        double[] rounding = target.magnitudes(re, im);
        double worst = 0;
        double size = 0;
        for (int v = 0; v < n; v++) {
            double sum = 0;
            for (int k = 0; k < n - 1; k++) sum += rounding[k] * Math.hypot(inverse.re(v, k), inverse.im(v, k));
            worst = Math.max(worst, sum * Math.ulp(1.0));
            size = Math.max(size, Math.hypot(re[v], im[v]));
        }
        return worst / size;
    }
}
