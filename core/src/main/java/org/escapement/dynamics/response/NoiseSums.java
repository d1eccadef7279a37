package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.series.InfiniteSum;

/**
 * int dw/2pi J(w+Omega)[coth((w+Omega)/2T1) coth(w/2T2) - 1] chi''(w) for T1 != T2 by residues in the lower half plane:
 * the poles of J and chi, and two Matsubara series with terms of order n^-4. The hyperbolic cotangent in the series is
 * split into its mean, +-1, whose series is smooth in n and accelerated, and a rest that is summed one by one until it
 * is negligible. A cut-off or a rate close to a Matsubara frequency, or temperatures too low for a few thousand terms,
 * show as a large error; an integral is then the better way. Immutable.
 */
final class NoiseSums {

    private static final int MOST_TERMS = 4_000;

    private final Resonances resonances;
    private final List<BathMemory.Decay> decays;
    private final double t1;
    private final double t2;
    private final double fastest;

    NoiseSums(Resonances resonances, List<BathMemory.Decay> decays, double t1, double t2) {
        this.resonances = resonances;
        this.decays = decays;
        this.t1 = t1;
        this.t2 = t2;
        double rate = 0;
        for (Complex k : resonances.rates()) rate = Math.max(rate, k.modulus());
        for (BathMemory.Decay d : decays) rate = Math.max(rate, d.rate().modulus());
        this.fastest = rate;
    }

    Estimated at(int l, int m, double drive) {
        if (t1 == 0 || t2 == 0) return new Estimated(Double.NaN, Double.POSITIVE_INFINITY);
        Terms terms = new Terms();
        for (BathMemory.Decay d : decays) {
            Complex w = new Complex(-drive + d.rate().im(), -d.rate().re());
            Complex product = coth(new Complex(d.rate().im(), -d.rate().re()).over(2 * t1))
                    .times(coth(w.over(2 * t2)));
            terms.add(d.amplitude().times(0.5).times(product.minus(1)).times(response(l, m, w)));
        }
        for (int j = 0; j < resonances.count(); j++) {
            Complex w = new Complex(resonances.rate(j).im(), -resonances.rate(j).re());
            Complex product = coth(w.plus(drive).over(2 * t1)).times(coth(w.over(2 * t2)));
            terms.add(resonances
                    .residue(j, l, m)
                    .times(0.5)
                    .times(product.minus(1))
                    .times(density(w.plus(drive))));
        }
        Complex poles = terms.total().times(new Complex(0, -1));
        Estimated first = series(2 * Math.PI * t2, t1, drive, nu -> {
            Complex w = new Complex(0, -nu);
            return density(w.plus(drive)).times(response(l, m, w)).times(new Complex(0, -2 * t2));
        });
        Estimated second = series(2 * Math.PI * t1, t2, -drive, nu -> {
            Complex w = new Complex(-drive, -nu);
            return density(new Complex(0, -nu)).times(response(l, m, w)).times(new Complex(0, -2 * t1));
        });
        return new Estimated(
                poles.re() + first.value() + second.value(), terms.rounding() + first.error() + second.error());
    }

    /** Sum over nu = unit n of f(nu) coth((shift - i nu)/2T), real part. */
    private Estimated series(double unit, double t, double shift, java.util.function.DoubleFunction<Complex> f) {
        double sign = Math.signum(shift);
        double wanted = 40 + 3 * (fastest + Math.abs(shift)) / unit;
        if (wanted > MOST_TERMS) return new Estimated(Double.NaN, Double.POSITIVE_INFINITY);
        int smoothFrom = (int) wanted;
        InfiniteSum mean = InfiniteSum.of(n -> sign * f.apply(unit * n).re(), smoothFrom);
        double bound = 2 / Math.expm1(Math.abs(shift) / t);
        double sum = 0;
        double size = 0;
        double tail = Double.POSITIVE_INFINITY;
        for (int n = 1; n < MOST_TERMS && bound > 1e-18; n++) {
            Complex value = f.apply(unit * n);
            Complex rest = coth(new Complex(shift, -unit * n).over(2 * t)).minus(sign);
            Complex term = value.times(rest);
            sum += term.re();
            size += term.modulus();
            tail = bound * value.modulus() * n / 3;
            if (n >= smoothFrom / 3 && tail < 1e-14 * (Math.abs(sum) + Math.abs(mean.value()))) break;
        }
        double left = bound > 1e-18 ? tail : bound * Math.abs(mean.value());
        return new Estimated(mean.value() + sum, mean.error() + left + StaticState.ROUNDING * size);
    }

    /** J continued to complex frequencies: [zeta(w) - zeta(-w)]/2i. */
    private Complex density(Complex w) {
        Complex iw = new Complex(-w.im(), w.re());
        Complex sum = Complex.ZERO;
        for (BathMemory.Decay d : decays) {
            Complex forward = d.rate().minus(iw);
            Complex backward = d.rate().plus(iw);
            sum = sum.plus(d.amplitude().times(w).over(forward.times(backward)));
        }
        return sum;
    }

    private Complex response(int l, int m, Complex w) {
        Complex iw = new Complex(-w.im(), w.re());
        Complex sum = Complex.ZERO;
        for (int j = 0; j < resonances.count(); j++) {
            Complex kappa = resonances.rate(j);
            Complex product = kappa.minus(iw).times(kappa.plus(iw));
            // w/(kappa^2 + w^2) less 1/w, which the residues' sum 0 removes, keeps the digits far out.
            Complex term = w.modulus() < fastest
                    ? w.over(product)
                    : kappa.squared().negated().over(w.times(product));
            sum = sum.plus(resonances.residue(j, l, m).times(term));
        }
        return sum;
    }

    private static Complex coth(Complex z) {
        boolean right = z.re() >= 0;
        Complex e = (right ? z.times(-2) : z.times(2)).exp();
        Complex value = e.plus(1).over(Complex.ONE.minus(e));
        return right ? value : value.negated();
    }
}
