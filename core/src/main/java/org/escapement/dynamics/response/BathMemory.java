package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.SpectralDensity;
import org.escapement.numerics.linear.Complex;

/**
 * Response of a bath's force to the coordinate y it couples to, F(w) = xi(w) + zeta(w) y(w), with the counter-term:
 * zeta(0) = 0, Im zeta = J, [mass * frequency^2]. Fourier convention X(w) = int dt exp(+iwt) X(t). Thread-safe.
 */
sealed interface BathMemory permits BathMemory.Rational, BathMemory.Lines, InterpolatedMemory {

    /** zeta at a real frequency. */
    Complex at(double w);

    static BathMemory of(SpectralDensity density) {
        return switch (density) {
            case SpectralDensity.StrictlyOhmic o -> new Ohmic(o.friction());
            case SpectralDensity.Drude d -> new Relaxing(d.friction(), d.cutoff());
            case SpectralDensity.LorentzianPeak p -> new Swinging(p.stiffness(), p.centre(), p.width());
            case SpectralDensity.Table t -> new Lines(t);
            case SpectralDensity.PowerLaw l -> new InterpolatedMemory(l);
        };
    }

    /** One term amplitude exp(-rate t) of the response function without the counter-term. */
    record Decay(Complex amplitude, Complex rate) {}

    /** A memory that is a ratio of polynomials in s = -iw, so that it continues to complex frequencies. */
    sealed interface Rational extends BathMemory {

        Complex laplace(Complex s);

        /** d zeta/ds. */
        Complex slope(Complex s);

        /** The exponentials of the response function; empty for friction without memory. */
        List<Decay> decays();

        @Override
        default Complex at(double w) {
            return laplace(new Complex(0, -w));
        }
    }

    /** zeta = -friction s. */
    record Ohmic(double friction) implements Rational {
        @Override
        public Complex laplace(Complex s) {
            return s.times(-friction);
        }

        @Override
        public Complex slope(Complex s) {
            return Complex.real(-friction);
        }

        @Override
        public List<Decay> decays() {
            return List.of();
        }
    }

    /** zeta = -friction s cutoff/(cutoff + s). */
    record Relaxing(double friction, double cutoff) implements Rational {
        @Override
        public Complex laplace(Complex s) {
            return s.times(-friction).over(s.over(cutoff).plus(1));
        }

        @Override
        public Complex slope(Complex s) {
            return Complex.real(-friction).over(s.over(cutoff).plus(1).squared());
        }

        @Override
        public List<Decay> decays() {
            return List.of(new Decay(Complex.real(friction * cutoff * cutoff), Complex.real(cutoff)));
        }
    }

    /** zeta = -stiffness s (s + width)/(centre^2 + width s + s^2). */
    record Swinging(double stiffness, double centre, double width) implements Rational {
        private Complex denominator(Complex s) {
            return s.times(s.plus(width)).plus(centre * centre);
        }

        @Override
        public Complex laplace(Complex s) {
            return s.times(s.plus(width)).times(-stiffness).over(denominator(s));
        }

        @Override
        public Complex slope(Complex s) {
            Complex d = denominator(s);
            return s.times(2).plus(width).times(-stiffness * centre * centre).over(d.squared());
        }

        @Override
        public List<Decay> decays() {
            double discriminant = width * width / 4 - centre * centre;
            Complex root = discriminant >= 0
                    ? Complex.real(Math.sqrt(discriminant))
                    : new Complex(0, Math.sqrt(-discriminant));
            Complex amplitude = Complex.real(stiffness * centre * centre).over(root.times(2));
            return List.of(
                    new Decay(amplitude, Complex.real(width / 2).minus(root)),
                    new Decay(amplitude.negated(), Complex.real(width / 2).plus(root)));
        }
    }

    /**
     * Memory of a density made of straight lines: with slopes b_i and corners u_i,
     * Re zeta = (w/pi) sum_i (b_{i-1} - b_i) [ln|(u_i - w)/(u_i + w)| - (u_i/w) ln|1 - w^2/u_i^2|].
     */
    record Lines(SpectralDensity.Table table) implements BathMemory {
        @Override
        public Complex at(double w) {
            double x = Math.abs(w);
            double sum = 0;
            List<Double> u = table.frequencies();
            List<Double> j = table.values();
            for (int i = 1; x > 0 && i < u.size(); i++) {
                double before = (j.get(i) - j.get(i - 1)) / (u.get(i) - u.get(i - 1));
                double after = i + 1 < u.size() ? (j.get(i + 1) - j.get(i)) / (u.get(i + 1) - u.get(i)) : 0;
                sum += (before - after) * corner(u.get(i), x);
            }
            return new Complex(x / Math.PI * sum, table.at(w));
        }

        private static double corner(double u, double x) {
            if (u == x) return -2 * Math.log(2);
            if (x < 1e-3 * u) {
                double t = x / u;
                return -t * (1 + t * t / 6 + t * t * t * t / 15);
            }
            double apart = Math.log(Math.abs(u - x));
            double together = Math.log(u + x);
            return apart - together - u / x * (apart + together - 2 * Math.log(u));
        }
    }
}
