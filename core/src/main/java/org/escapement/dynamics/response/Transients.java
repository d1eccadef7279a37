package org.escapement.dynamics.response;

import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.UnstableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.SpectralDensity;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;
import org.escapement.numerics.quadrature.Integral;

/**
 * Exact Gaussian state of the oscillators of a network against time, in all orders of all couplings. Either they start
 * at t = 0 uncorrelated with thermal baths, or they have settled into the periodic state. With Phi of
 * {@link Propagator} and the periodic answer p_c(w, t) to a unit noise exp(-iwt) of bath c,
 * a_c(w, t) = p_c(w, t) - Phi(t) p_c(w, 0) starts at 0 and
 * V(t) = Phi V(0) Phi^T + sum_c int_0^inf dw/pi J_c coth(w/2T_c) Re[a_c a_c^+].
 * No discretisation of baths, no Markov assumption. The evolution from a start needs baths that are rational in
 * frequency and have a cut-off: a strictly Ohmic bath that is suddenly coupled kicks infinitely hard. A network without
 * a steady state has an evolution all the same. Immutable, thread-safe.
 */
public final class Transients {

    private static final int MOST_SIDEBANDS = 40;
    private static final int MOST_BEATS = 300;

    private final HarmonicNetwork network;
    private final double tolerance;
    private final List<BathMemory> memories;
    private final Optional<FloquetSpectrum> spectrum;
    private final List<Complex> centres;

    /**
     * The dynamics of a network.
     *
     * @param tolerance of covariances in units of the vacuum's, relative where they are larger
     */
    public Transients(HarmonicNetwork network, double tolerance) {
        this.network = network;
        this.tolerance = tolerance;
        this.memories =
                network.baths().stream().map(b -> BathMemory.of(b.density())).toList();
        this.spectrum = FloquetSpectrum.ifRational(network);
        this.centres = spectrum.map(FloquetSpectrum::exponents)
                .orElseGet(() -> network.oscillators().stream()
                        .map(o -> new Complex(-1e-3 * o.frequency(), o.frequency()))
                        .toList());
    }

    /** The evolution from a start; {@link Evolution#at} may be asked for any number of times. */
    public Evolution from(List<OscillatorStart> starts) {
        if (starts.size() != network.size()) {
            throw new IllegalArgumentException(starts.size() + " starts for " + network.size() + " oscillators");
        }
        for (NetworkBath bath : network.baths()) {
            if (!(bath.density() instanceof SpectralDensity.StrictlyOhmic)) continue;
            throw new NotApplicableException("bath '" + bath.name() + "' is strictly Ohmic: coupled to it at time 0 the"
                    + " oscillators are kicked at all frequencies and their variances are infinite; give it a cut-off,"
                    + " or ask for the settled state");
        }
        return new Evolution(List.copyOf(starts));
    }

    /** The periodic steady state at a time of the period. */
    public PhaseSpaceState settled(double t) {
        if (spectrum.isPresent() && !spectrum.get().stable()) {
            throw new UnstableException("the driven network is unstable: disturbances grow at the rate "
                    + spectrum.get().growthRate().value() + ", so there is no steady state; start it at time 0");
        }
        return new PhaseSpaceState(network, new double[2 * network.size()], noise(t, Optional.empty()));
    }

    /** Evolution from one start. */
    public final class Evolution {

        private final List<OscillatorStart> starts;
        private final NetworkEmbedding equations = new NetworkEmbedding(network, network.baths());
        private final Propagator propagator = new Propagator(equations, network);

        private Evolution(List<OscillatorStart> starts) {
            this.starts = starts;
        }

        /** State at a time t >= 0. */
        public PhaseSpaceState at(double t) {
            if (!(t >= 0) || Double.isInfinite(t)) {
                throw new NotApplicableException("the evolution begins at t = 0, there is no state at t = " + t);
            }
            double[][] phi = propagator.at(t);
            Estimated[][] noise = noise(t, Optional.of(phi));
            int n = network.size();
            double[] means = new double[2 * n];
            for (int i = 0; i < 2 * n; i++) {
                for (int l = 0; l < n; l++) {
                    means[i] += phi[row(i)][l] * starts.get(l).position() * mass(i)
                            + phi[row(i)][n + l] * starts.get(l).momentum() * mass(i) / mass(2 * l + 1);
                }
                for (int j = 0; j < 2 * n; j++) {
                    noise[i][j] = noise[i][j].plus(new Estimated(initial(phi, i, j), 0));
                }
            }
            return new PhaseSpaceState(network, means, noise);
        }

        private double initial(double[][] phi, int i, int j) {
            int n = network.size();
            double sum = 0;
            for (int l = 0; l < n; l++) {
                double[] v = starts.get(l).covariance(network.oscillators().get(l));
                double m = mass(2 * l + 1);
                double xi = phi[row(i)][l];
                double pi = phi[row(i)][n + l] / m;
                double xj = phi[row(j)][l];
                double pj = phi[row(j)][n + l] / m;
                sum += xi * v[0] * xj + (xi * pj + pi * xj) * v[1] + pi * v[2] * pj;
            }
            return sum * mass(i) * mass(j);
        }
    }

    /** Row of the equations that holds x_l or v_l. */
    private int row(int i) {
        return i % 2 == 0 ? i / 2 : network.size() + i / 2;
    }

    /** 1 for positions, the mass for momenta. */
    private double mass(int i) {
        return i % 2 == 0 ? 1 : network.oscillators().get(i / 2).mass();
    }

    /** What the baths add to the covariances; sidebands are added until it settles. */
    private Estimated[][] noise(double t, Optional<double[][]> phi) {
        if (phi.isPresent() && t == 0) return still();
        int harmonics = network.orders().stream().mapToInt(x -> x).max().orElse(0);
        if (harmonics == 0) return unpacked(integrate(t, phi, 0), Optional.empty());
        Integral last = null;
        for (int count = harmonics + 1; count <= MOST_SIDEBANDS; count++) {
            Integral next = integrate(t, phi, count);
            if (last != null && close(last, next)) return unpacked(next, Optional.of(last));
            last = next;
        }
        throw new ConvergenceException("the covariances did not settle within " + MOST_SIDEBANDS
                + " sidebands; ask for less accuracy or a faster drive");
    }

    private Estimated[][] still() {
        Estimated[][] none = new Estimated[2 * network.size()][2 * network.size()];
        for (Estimated[] line : none) java.util.Arrays.fill(line, new Estimated(0, 0));
        return none;
    }

    private boolean close(Integral a, Integral b) {
        double scale = 1;
        for (double x : b.values()) scale = Math.max(scale, Math.abs(x));
        for (int i = 0; i < b.values().length; i++) {
            if (Math.abs(a.value(i) - b.value(i)) > 10 * tolerance * scale) return false;
        }
        return true;
    }

    private Integral integrate(double t, Optional<double[][]> phi, int count) {
        Sidebands sidebands = new Sidebands(network, memories, count);
        NoiseAnswer answer = new NoiseAnswer(network, sidebands, t, phi);
        AdaptiveQuadrature rule = new AdaptiveQuadrature(tolerance, tolerance, 40_000);
        Integral sum = rule.integrate(
                answer::smooth,
                answer.components(),
                points(sidebands, Double.POSITIVE_INFINITY).toArray());
        if (phi.isPresent() && t > 0) sum = sum.plus(beating(answer, sidebands, rule, t));
        if (sum.converged()) return sum;
        throw new ConvergenceException("the covariances at t = " + t + " did not reach the tolerance " + tolerance
                + "; ask for less accuracy");
    }

    /** Up to W and, by parts, beyond: exp(-iWt) h(W)/(it), where its next term is below the tolerance. */
    private Integral beating(NoiseAnswer answer, Sidebands sidebands, AdaptiveQuadrature rule, double t) {
        double w = Math.max(2 * fastest(sidebands), 10 / t);
        while (4 * largest(answer.beat(w)) / (w * t * t) > tolerance) w *= 1.5;
        Breakpoints points = points(sidebands, w);
        int beats = (int) Math.min(MOST_BEATS, w * t / (2 * Math.PI));
        for (int i = 1; i <= beats; i++) points.point(w * i / (beats + 1));
        Integral near = rule.integrate(answer::beating, answer.components(), points.toArray());
        Complex[] h = answer.beat(w);
        double[] tail = new double[h.length];
        double[] errors = new double[h.length];
        for (int k = 0; k < h.length; k++) {
            tail[k] = Complex.phase(-w * t).times(h[k]).over(new Complex(0, t)).re();
            errors[k] = 4 * h[k].modulus() / (w * t * t);
        }
        return near.plus(new Integral(tail, errors, 0, true));
    }

    private static double largest(Complex[] h) {
        double largest = 0;
        for (Complex z : h) largest = Math.max(largest, z.modulus());
        return largest;
    }

    /**
     * Beyond twice this frequency h(w) varies on the scale of w only: resonances and peaks of baths lie below, and poles
     * on the imaginary axis (cut-offs, temperatures, overdamped modes) are farther than w from every real w.
     */
    private double fastest(Sidebands sidebands) {
        double ringing = 0;
        for (Complex e : centres) ringing = Math.max(ringing, Math.abs(e.im()));
        double fastest = ringing + sidebands.reach() * network.driveFrequency();
        for (NetworkBath bath : network.baths()) {
            if (!(bath.density() instanceof SpectralDensity.LorentzianPeak)) continue;
            for (double mark : bath.density().landmarks()) fastest = Math.max(fastest, mark);
        }
        return fastest;
    }

    private Breakpoints points(Sidebands sidebands, double to) {
        Breakpoints points = new Breakpoints(0, to);
        double drive = network.driveFrequency();
        for (int k = -sidebands.reach(); k <= sidebands.reach(); k++) {
            points.point(Math.abs(k * drive));
            for (Complex e : centres) {
                double width = Math.abs(e.re());
                points.around(Math.abs(e.im() + k * drive), width, Math.max(0.3 * drive, 4 * width));
            }
        }
        for (NetworkBath bath : network.baths()) StaticState.addTo(points, bath, 0);
        return points;
    }

    private Estimated[][] unpacked(Integral integral, Optional<Integral> before) {
        int n = 2 * network.size();
        List<int[]> pairs = NoiseAnswer.pairs(network);
        Estimated[][] all = new Estimated[n][n];
        for (Estimated[] line : all) java.util.Arrays.fill(line, new Estimated(Double.NaN, Double.NaN));
        for (int c = 0; c < pairs.size(); c++) {
            int component = c;
            int i = pairs.get(c)[0];
            int j = pairs.get(c)[1];
            double unit = NoiseAnswer.unit(network, i) * NoiseAnswer.unit(network, j);
            double change = before.map(b -> Math.abs(b.value(component) - integral.value(component)))
                    .orElse(0.0);
            all[i][j] = new Estimated(integral.value(c), integral.error(c) + change).times(unit);
            all[j][i] = all[i][j];
        }
        return all;
    }
}
