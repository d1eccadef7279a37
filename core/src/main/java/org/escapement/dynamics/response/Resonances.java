package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.NetworkOscillator;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexMatrix;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.RealFunctions;

/**
 * Poles and residues of the susceptibility: chi_ll'(t) = sum_j r_j exp(-kappa_j t) for t > 0, Re kappa_j > 0. The poles
 * are eigenvalues of the equations without memory, polished by Newton's rule on the determinant; residues are
 * x x^T/(x^T M'(s) x) with the null vector x of M(s) = chi^-1. Needs baths that are rational in frequency. Immutable.
 */
public final class Resonances {

    private static final int POLISHING_STEPS = 30;
    private static final double SLOWEST = 1e-13;
    private static final double DEFECTIVE = 50;

    private final List<Complex> rates = new ArrayList<>();
    private final List<Complex[][]> residues = new ArrayList<>();
    private final NetworkResponse response;
    private final NetworkEmbedding equations;
    private double defect;

    private Resonances(NetworkResponse response) {
        this.response = response;
        this.equations =
                new NetworkEmbedding(response.network(), response.network().baths());
    }

    /**
     * Resonances of a response.
     *
     * @throws NotApplicableException for power-law or tabulated baths, or a mode that is not damped within rounding
     */
    public static Resonances of(NetworkResponse response) {
        Resonances found = new Resonances(response);
        List<Complex> poles = new ArrayList<>();
        for (Complex s : DenseAlgebra.eigenvalues(found.equations.at(0))) {
            if (s.im() < 0) continue;
            Complex polished = found.polished(s);
            poles.add(polished);
            if (s.im() > 0) poles.add(polished.conjugate());
        }
        poles.sort(Comparator.comparingDouble(Complex::im).thenComparingDouble(Complex::re));
        for (Complex s : poles) {
            found.refuseUndamped(s);
            found.rates.add(s.negated());
            found.residues.add(found.residue(s));
        }
        return found;
    }

    private void refuseUndamped(Complex s) {
        if (-s.re() > SLOWEST * s.modulus()) return;
        List<String> names = response.network().oscillators().stream()
                .map(NetworkOscillator::name)
                .toList();
        throw new NotApplicableException("a mode of the oscillators " + names + " at frequency " + Math.abs(s.im())
                + " decays at the rate " + -s.re() + ", which is none within rounding (a dark mode): there is no"
                + " steady state; detune the oscillators or couple them differently to their baths");
    }

    /** The rates kappa_j, conjugate pairs included, by ascending imaginary part of -kappa. */
    public List<Complex> rates() {
        return List.copyOf(rates);
    }

    /** Zeros w_j = -i kappa_j of the inverse susceptibility in the lower half plane. */
    public List<Complex> poles() {
        return rates.stream().map(k -> new Complex(k.im(), -k.re())).toList();
    }

    /** Residue matrix r_j. */
    public Complex[][] residue(int j) {
        return residues.get(j).clone();
    }

    Complex rate(int j) {
        return rates.get(j);
    }

    Complex residue(int j, int l, int k) {
        return residues.get(j)[l][k];
    }

    public int count() {
        return rates.size();
    }

    /**
     * Whether poles nearly coincide, as at critical damping: residues grow like the inverse distance, and sums over
     * poles lose digits.
     */
    public boolean overlapping() {
        return !(defect < DEFECTIVE);
    }

    /** chi_ll'(t), 0 for t < 0. */
    public double inTime(int l, int k, double t) {
        if (t < 0) return 0;
        if (overlapping()) {
            double[][] propagator = RealFunctions.exponential(equations.at(0), t);
            return propagator[l][response.size() + k] / response.mass(k);
        }
        double sum = 0;
        for (int j = 0; j < count(); j++) {
            sum += residue(j, l, k).times(rates.get(j).times(-t).exp()).re();
        }
        return sum;
    }

    private Complex polished(Complex start) {
        Complex s = start;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < POLISHING_STEPS; step++) {
            Complex change;
            try {
                change = response.baths().size() == 1 ? singleStep(s) : generalStep(s);
            } catch (ArithmeticException e) {
                return s;
            }
            if (!Double.isFinite(change.modulus()) || !(change.modulus() < last)) return s;
            last = change.modulus();
            s = s.minus(change);
            if (last <= 1e-17 * s.modulus()) return s;
        }
        return s;
    }

    /** Newton step for prod d - zeta sum g^2 prod' d. */
    private Complex singleStep(Complex s) {
        int n = response.size();
        BathMemory.Rational memory = rational(0);
        double[] g = response.couplings()[0];
        Complex all = Complex.ONE;
        Complex sum = Complex.ZERO;
        Complex allSlope = Complex.ZERO;
        Complex sumSlope = Complex.ZERO;
        // Products built up one oscillator at a time, by the product rule.
        for (int l = 0; l < n; l++) {
            Complex d = response.free(l, s);
            Complex slope = s.times(2 * response.mass(l));
            double g2 = g[l] * g[l];
            sumSlope = sumSlope.times(d).plus(sum.times(slope)).plus(allSlope.times(g2));
            sum = sum.times(d).plus(all.times(g2));
            allSlope = allSlope.times(d).plus(all.times(slope));
            all = all.times(d);
        }
        Complex value = all.minus(memory.laplace(s).times(sum));
        Complex slope = allSlope.minus(memory.slope(s).times(sum))
                .minus(memory.laplace(s).times(sumSlope));
        return value.over(slope);
    }

    /** Newton step 1/tr(M^-1 M') for det M. */
    private Complex generalStep(Complex s) {
        int n = response.size();
        ComplexMatrix m = matrix(s, false);
        ComplexMatrix slope = matrix(s, true);
        m.solve(slope);
        Complex trace = Complex.ZERO;
        for (int l = 0; l < n; l++) trace = trace.plus(slope.get(l, l));
        return trace.reciprocal();
    }

    private BathMemory.Rational rational(int b) {
        return (BathMemory.Rational) response.memories().get(b);
    }

    private ComplexMatrix matrix(Complex s, boolean slope) {
        int n = response.size();
        ComplexMatrix m = new ComplexMatrix(n, n);
        for (int l = 0; l < n; l++) {
            Complex d = slope ? s.times(2 * response.mass(l)) : response.free(l, s);
            m.add(l, l, d.re(), d.im());
        }
        for (int b = 0; b < response.baths().size(); b++) {
            Complex zeta = slope ? rational(b).slope(s) : rational(b).laplace(s);
            double[] g = response.couplings()[b];
            for (int l = 0; l < n; l++) {
                for (int k = 0; k < n; k++) m.add(l, k, -g[l] * g[k] * zeta.re(), -g[l] * g[k] * zeta.im());
            }
        }
        return m;
    }

    private Complex[][] residue(Complex s) {
        int n = response.size();
        Complex[] x = response.baths().size() == 1 ? singleShape(s) : shape(s);
        Complex norm = response.baths().size() == 1 ? singleNorm(s, x) : norm(s, x);
        Complex[][] r = new Complex[n][n];
        for (int l = 0; l < n; l++)
            for (int k = 0; k < n; k++) r[l][k] = x[l].times(x[k]).over(norm);
        for (int l = 0; l < n; l++) {
            defect = Math.max(defect, 2 * response.mass(l) * s.modulus() * r[l][l].modulus());
        }
        return r;
    }

    /** x^T M'(s) x. */
    private Complex norm(Complex s, Complex[] x) {
        int n = response.size();
        ComplexMatrix slope = matrix(s, true);
        Complex norm = Complex.ZERO;
        for (int l = 0; l < n; l++) {
            for (int k = 0; k < n; k++)
                norm = norm.plus(x[l].times(slope.get(l, k)).times(x[k]));
        }
        return norm;
    }

    /** The same for one bath, where sum g x = prod d/zeta at a pole; the sum itself cancels at strong damping. */
    private Complex singleNorm(Complex s, Complex[] x) {
        Complex seen = rational(0).laplace(s).reciprocal();
        Complex norm = Complex.ZERO;
        for (int l = 0; l < response.size(); l++) {
            seen = seen.times(response.free(l, s));
            norm = norm.plus(x[l].squared().times(s).times(2 * response.mass(l)));
        }
        return norm.minus(rational(0).slope(s).times(seen.squared()));
    }

    /** With one bath M x = 0 reads x_l = g_l/d_l up to a factor. */
    private Complex[] singleShape(Complex s) {
        int n = response.size();
        double[] g = response.couplings()[0];
        Complex[] x = new Complex[n];
        for (int l = 0; l < n; l++) {
            x[l] = Complex.real(g[l]);
            for (int k = 0; k < n; k++) if (k != l) x[l] = x[l].times(response.free(k, s));
        }
        return x;
    }

    /** Null vector by inverse iteration a little off the pole. */
    private Complex[] shape(Complex s) {
        int n = response.size();
        Complex near = s.plus(new Complex(1e-13, 1e-13).times(s.modulus()));
        ComplexMatrix x = new ComplexMatrix(n, 1);
        for (int l = 0; l < n; l++) x.set(l, 0, new Complex(1, 0.1 * l));
        for (int step = 0; step < 4; step++) {
            matrix(near, false).solve(x);
            double size = 0;
            for (int l = 0; l < n; l++) size = Math.max(size, x.get(l, 0).modulus());
            for (int l = 0; l < n; l++) x.set(l, 0, x.get(l, 0).over(size));
        }
        Complex[] shape = new Complex[n];
        for (int l = 0; l < n; l++) shape[l] = x.get(l, 0);
        return shape;
    }
}
