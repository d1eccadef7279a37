package org.escapement.dynamics.response;

import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.special.Polygamma;

/**
 * Thermal correlation of one exponential of a response function,
 * c_a(t) = (1/2) cot(a/2T) exp(-a t) + 2T sum_n nu_n exp(-nu_n t)/(nu_n^2 - a^2), nu_n = 2 pi n T,
 * through its Laplace transform Phi(k;a) = T/[a(k+a)] + (k/pi)[psi(1+k/2piT) - psi(1+a/2piT)]/(k^2-a^2). The poles of
 * the cotangent cancel in Phi; at T = 0 logarithms take the place of the digammas. Razzoli et al., appendix; the closed
 * form is re-derived from the Hamiltonian. Immutable.
 */
record ThermalKernel(double temperature) {

    private static final double CLOSE = 0.03;
    private static final double[] NODES = {0.0469100770306680, 0.2307653449471585, 0.5};
    private static final double[] WEIGHTS = {0.1184634425280945, 0.2393143352496832, 0.2844444444444444};

    /** psi(1 + z/2 pi T), or ln z at T = 0. */
    Complex level(Complex z) {
        if (temperature == 0) return z.log();
        return Polygamma.digamma(z.over(2 * Math.PI * temperature).plus(1));
    }

    /** Derivative of {@link #level}. */
    Complex slope(Complex z) {
        if (temperature == 0) return z.reciprocal();
        double unit = 2 * Math.PI * temperature;
        return Polygamma.trigamma(z.over(unit).plus(1)).over(unit);
    }

    /** int dw/2pi coth(w/2T) of the spectrum whose response is exp(-a t): T/a - level(a)/pi, up to a constant. */
    Complex covariance(Complex a) {
        Complex thermal = Complex.real(temperature).over(a);
        return thermal.minus(level(a).over(Math.PI));
    }

    private boolean close(Complex k, Complex a) {
        return k.minus(a).modulus() < CLOSE * (a.modulus() + 2 * Math.PI * temperature);
    }

    /** [level(k) - level(a)]/(k - a), also where k and a coincide. */
    private Complex difference(Complex k, Complex a, Complex levelK, Complex levelA) {
        if (!close(k, a)) return levelK.minus(levelA).over(k.minus(a));
        Complex step = k.minus(a);
        Complex sum = slope(a.plus(step.times(0.5))).times(WEIGHTS[2]);
        for (int i = 0; i < 2; i++) {
            sum = sum.plus(slope(a.plus(step.times(NODES[i]))).times(WEIGHTS[i]));
            sum = sum.plus(slope(a.plus(step.times(1 - NODES[i]))).times(WEIGHTS[i]));
        }
        return sum;
    }

    /** [level(k) - level(a)]/(k^2 - a^2). */
    Complex ratio(Complex k, Complex a, Complex levelK, Complex levelA) {
        return difference(k, a, levelK, levelA).over(k.plus(a));
    }

    /** Derivative of {@link #ratio} with respect to k. */
    Complex ratioSlope(Complex k, Complex a, Complex levelK, Complex levelA) {
        if (!close(k, a)) {
            Complex squares = k.minus(a).times(k.plus(a));
            Complex ratio = levelK.minus(levelA).over(squares);
            return slope(k).minus(k.times(2).times(ratio)).over(squares);
        }
        // Fourth-order central difference where the closed form is 0/0; the step is far from the cancellation.
        double h = 0.02 * (a.modulus() + 2 * Math.PI * temperature);
        Complex near = at(k.plus(h), a).minus(at(k.plus(-h), a)).times(2.0 / 3);
        Complex far = at(k.plus(2 * h), a).minus(at(k.plus(-2 * h), a)).over(12);
        return near.minus(far).over(h);
    }

    private Complex at(Complex k, Complex a) {
        return ratio(k, a, level(k), level(a));
    }

    /** Phi(k;a). */
    Complex laplace(Complex k, Complex a, Complex levelK, Complex levelA) {
        Complex thermal = Complex.real(temperature).over(a.times(k.plus(a)));
        return thermal.plus(k.times(ratio(k, a, levelK, levelA)).over(Math.PI));
    }

    /** d Phi/dk. */
    Complex laplaceSlope(Complex k, Complex a, Complex levelK, Complex levelA) {
        Complex thermal = Complex.real(-temperature).over(a.times(k.plus(a).squared()));
        Complex quantum = ratio(k, a, levelK, levelA).plus(k.times(ratioSlope(k, a, levelK, levelA)));
        return thermal.plus(quantum.over(Math.PI));
    }
}
