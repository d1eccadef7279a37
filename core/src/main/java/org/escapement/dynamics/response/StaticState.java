package org.escapement.dynamics.response;

import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;
import org.escapement.numerics.quadrature.Integral;
import org.escapement.numerics.series.InfiniteSum;

/**
 * The steady state of a network's oscillators with its static baths: symmetrised position covariances
 * <x_l x_l'> = int dw/2pi sum_nu coth(w/2T_nu) J_nu(w) Re[u_l conj(u_l')], u = chi g_nu, and correlations in time. In
 * equilibrium with rational baths the closed form <x_l x_l'> = sum_j r_j [T/kappa_j - psi(1+kappa_j/2piT)/pi] is used.
 * The momenta of strictly Ohmic networks have no finite variance and are not offered. Immutable, thread-safe.
 */
public final class StaticState {

    /** Rounding of a sum of exponentials or digammas in units of its largest terms. */
    static final double ROUNDING = 4e-15;

    private static final double TRUSTED = 1e-9;

    /** Memories that are no ratio of polynomials are interpolated to about this. */
    private static final double INTERPOLATED = 1e-8;

    private final NetworkResponse response;
    private final Optional<Resonances> resonances;
    private final boolean equilibrium;
    private final double temperature;
    private final Estimated[][] covariance;

    private StaticState(NetworkResponse response) {
        this.response = response;
        List<NetworkBath> baths = response.baths();
        this.temperature = baths.getFirst().temperature();
        this.equilibrium = baths.stream().allMatch(b -> b.temperature() == temperature);
        boolean rational = response.memories().stream().allMatch(m -> m instanceof BathMemory.Rational);
        this.resonances = rational ? Optional.of(Resonances.of(response)) : Optional.empty();
        this.covariance = covariances();
    }

    /** State of the static part of a network. */
    public static StaticState of(HarmonicNetwork network) {
        return new StaticState(NetworkResponse.of(network));
    }

    public NetworkResponse response() {
        return response;
    }

    /** Poles and residues, empty for power-law or tabulated baths. */
    public Optional<Resonances> resonances() {
        return resonances;
    }

    /** Whether all static baths have one temperature. */
    public boolean equilibrium() {
        return equilibrium;
    }

    /** Whether sums over resonances are available and keep their digits. */
    boolean closed() {
        return equilibrium && resonances.isPresent() && !resonances.get().overlapping();
    }

    /** The common temperature of the static baths. */
    public double temperature() {
        if (equilibrium) return temperature;
        throw new NotApplicableException(
                "the static baths of '" + response.network().name()
                        + "' have different temperatures, so second order around equilibrium does not apply; give them one"
                        + " temperature or ask for all orders");
    }

    /** Symmetrised <x_l x_l'>, [1/(mass frequency)]. */
    public Estimated covariance(int l, int k) {
        return covariance[l][k];
    }

    /** Pearson coefficient <x_l x_l'>/sqrt(<x_l^2><x_l'^2>). */
    public Estimated pearson(int l, int k) {
        double scale = Math.sqrt(covariance[l][l].value() * covariance[k][k].value());
        double relative = (covariance[l][l].error() / covariance[l][l].value()
                        + covariance[k][k].error() / covariance[k][k].value())
                / 2;
        double value = covariance[l][k].value() / scale;
        return new Estimated(value, covariance[l][k].error() / scale + Math.abs(value) * relative);
    }

    /** <x_l x_l'>/<x_l^2>. */
    public Estimated regression(int l, int k) {
        return covariance[l][k].over(covariance[l][l]);
    }

    /** Covariances by the other route, integration over frequency. */
    public Estimated[][] covariancesByQuadrature() {
        return byQuadrature(0, response.size());
    }

    private Estimated[][] covariances() {
        int n = response.size();
        if (!closed()) return byQuadrature(0, n);
        Estimated[][] all = new Estimated[n][n];
        ThermalKernel thermal = new ThermalKernel(temperature);
        for (int l = 0; l < n; l++) {
            for (int k = 0; k < n; k++) {
                Terms sum = new Terms();
                for (int j = 0; j < resonances.get().count(); j++) {
                    Complex rate = resonances.get().rates().get(j);
                    sum.add(resonances.get().residue(j, l, k).times(thermal.covariance(rate)));
                }
                all[l][k] = new Estimated(sum.total().re(), sum.rounding());
                // Overlapping resonances have residues of opposite sign that nearly cancel.
                if (l == k && sum.rounding() > TRUSTED * Math.abs(sum.total().re())) return byQuadrature(0, n);
            }
        }
        return all;
    }

    /** Symmetrised correlation <x_l(t) x_l'(0)>. */
    public Estimated correlation(int l, int k, double t) {
        if (t == 0) return covariance(l, k);
        double time = Math.abs(t);
        if (temperature > 0 && closed()) {
            Estimated closed = correlationSum(l, k, time);
            if (closed.error() <= TRUSTED * Math.abs(covariance[l][l].value())) return closed;
        }
        return byQuadrature(time, response.size())[l][k];
    }

    private Estimated correlationSum(int l, int k, double t) {
        Resonances r = resonances.orElseThrow();
        Terms poles = new Terms();
        double fastest = 0;
        for (int j = 0; j < r.count(); j++) {
            Complex rate = r.rates().get(j);
            fastest = Math.max(fastest, rate.modulus());
            // cot(z) = i (e^{2iz} + 1)/(e^{2iz} - 1), from whichever side does not overflow
            Complex z = rate.over(2 * temperature);
            Complex e = new Complex(-2 * Math.abs(z.im()), z.im() >= 0 ? 2 * z.re() : -2 * z.re()).exp();
            Complex cot = e.plus(1).over(e.minus(1)).times(z.im() >= 0 ? Complex.I : Complex.I.negated());
            poles.add(r.residue(j, l, k).times(rate.times(-t).exp()).times(cot).times(0.5));
        }
        double unit = 2 * Math.PI * temperature;
        int terms = (int) Math.min(200_000, 30 + 4 * fastest / unit);
        double scale = fastest;
        InfiniteSum sum = InfiniteSum.of(
                n -> {
                    double nu = unit * n;
                    Complex total = Complex.ZERO;
                    for (int j = 0; j < r.count(); j++) {
                        Complex a = r.rates().get(j);
                        total = total.plus(r.residue(j, l, k)
                                .times(nu)
                                .over(Complex.real(nu).minus(a).times(a.plus(nu))));
                    }
                    return 2 * temperature * total.re() * Math.exp(-nu * t);
                },
                scale > 0 ? terms : 30);
        return new Estimated(poles.total().re() + sum.value(), poles.rounding() + sum.error());
    }

    private Estimated[][] byQuadrature(double t, int n) {
        Breakpoints points = landmarks(0, Double.POSITIVE_INFINITY);
        if (t > 0) {
            double largest = 60 * scale();
            int beats = (int) Math.min(2000, largest * t / Math.PI);
            for (int i = 1; i <= beats; i++) points.point(i * Math.PI / t);
        }
        Integral integral = AdaptiveQuadrature.to(tolerance(1e-12))
                .integrate((w, out) -> spectrum(w, t, out), n * n, points.toArray());
        if (!integral.converged() && integral.error(0) > 1e-6 * Math.abs(integral.value(0))) {
            throw new ConvergenceException("the integral over frequency for a correlation at time " + t
                    + " did not converge: error " + integral.error(0));
        }
        Estimated[][] all = new Estimated[n][n];
        for (int l = 0; l < n; l++) {
            for (int k = 0; k < n; k++) all[l][k] = new Estimated(integral.value(l * n + k), integral.error(l * n + k));
        }
        return all;
    }

    private void spectrum(double w, double t, double[] out) {
        int n = response.size();
        Complex[][] u = response.answers(w);
        java.util.Arrays.fill(out, 0);
        double cosine = Math.cos(w * t);
        double sine = Math.sin(w * t);
        for (int b = 0; b < u.length; b++) {
            NetworkBath bath = response.baths().get(b);
            double weight = bath.density().overFrequency(w) * ThermalFactors.timesCoth(w, bath.temperature()) / Math.PI;
            for (int l = 0; l < n; l++) {
                for (int k = 0; k < n; k++) {
                    Complex cross = u[b][l].times(u[b][k].conjugate());
                    out[l * n + k] += weight * (cross.re() * cosine + cross.im() * sine);
                }
            }
        }
    }

    /** A tolerance that the memories can support. */
    double tolerance(double wanted) {
        boolean interpolated = response.memories().stream().anyMatch(m -> m instanceof InterpolatedMemory);
        return interpolated ? INTERPOLATED : wanted;
    }

    /** Largest frequency of the problem. */
    private double scale() {
        double scale = temperature;
        for (int l = 0; l < response.size(); l++) {
            scale = Math.max(scale, response.network().oscillators().get(l).frequency());
        }
        return scale;
    }

    /** Ends of panels at the resonances, drawn together to their widths. */
    Breakpoints landmarks(double from, double to) {
        Breakpoints points = new Breakpoints(from, to);
        addTo(points, 0);
        return points;
    }

    /** Adds the same points shifted along the axis. */
    void addTo(Breakpoints points, double shift) {
        for (int l = 0; l < response.size(); l++) {
            double w = response.network().oscillators().get(l).frequency();
            for (double x : new double[] {-w, w}) points.around(x + shift, 0.05 * w, w);
        }
        resonances.ifPresent(r -> r.rates().forEach(k -> {
            points.around(k.im() + shift, k.re(), 4 * k.modulus());
        }));
        for (NetworkBath bath : response.baths()) addTo(points, bath, shift);
    }

    /** Adds the scales of one bath. */
    static void addTo(Breakpoints points, NetworkBath bath, double shift) {
        points.point(shift);
        double t = bath.temperature();
        if (t > 0) points.around(shift, 0.5 * t, 40 * t);
        for (double mark : bath.density().landmarks()) {
            points.around(shift, 0.3 * mark, 3 * mark).point(shift + mark).point(shift - mark);
        }
    }
}
