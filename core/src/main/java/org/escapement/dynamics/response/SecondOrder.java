package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;

/**
 * Thermodynamics at second order in the modulated couplings, that is, friction of the modulated baths to 0 at fixed
 * static baths. Powers P_l, heats, entropy production, fluctuations D, and the ratios Q = (entropy production) D/P^2
 * whose lower bound 2 (and its generalisation V) local powers may violate. Fluctuations at this order fail long before
 * the flows do: compare with {@link AllOrders}. Razzoli et al., Eqs. (14)-(18), with the corrections of the re-derivation.
 *
 * <p>Closed forms where baths are rational and well conditioned, integration over frequency otherwise; every number
 * carries its error estimate. Needs static baths of one temperature. Immutable, thread-safe.
 */
public final class SecondOrder {

    private final HarmonicNetwork network;
    private final StaticState state;
    private final List<NetworkBath> baths;
    private final List<List<Drive>> drives = new ArrayList<>();
    private final List<ChosenKernels> kernels = new ArrayList<>();

    private SecondOrder(HarmonicNetwork network, StaticState state, boolean closed) {
        this.network = network;
        this.state = state;
        this.baths = network.modulatedBaths();
        if (baths.isEmpty()) {
            throw new NotApplicableException("the network '" + network.name() + "' has no modulated coupling, so there"
                    + " is no power at second order; ask for its static state instead");
        }
        state.temperature();
        for (NetworkBath bath : baths) {
            drives.add(Drive.of(network, bath));
            kernels.add(ChosenKernels.of(state, bath, closed));
        }
    }

    /** Second order of a network, by closed forms where they exist. */
    public static SecondOrder of(HarmonicNetwork network) {
        return new SecondOrder(network, StaticState.of(network), true);
    }

    /** The same around a static state computed before (of the same static part), for sweeps of the drive. */
    public static SecondOrder of(HarmonicNetwork network, StaticState state) {
        return new SecondOrder(network, state, true);
    }

    /** The same by integration over frequency only: the independent second method. */
    public static SecondOrder byQuadrature(HarmonicNetwork network) {
        return new SecondOrder(network, StaticState.of(network), false);
    }

    /** The state the couplings perturb. */
    public StaticState state() {
        return state;
    }

    private int size() {
        return network.size();
    }

    /** Powers and heats. */
    public Flows flows() {
        List<Estimated> powers =
                IntStream.range(0, size()).mapToObj(this::power).toList();
        List<Estimated> heats = new ArrayList<>();
        Estimated rest = new Estimated(0, 0);
        for (int b = 0; b < baths.size(); b++) {
            Estimated heat = new Estimated(0, 0);
            for (Drive d : drives.get(b))
                heat = heat.plus(staticHeat(d, kernels.get(b).heat(d.frequency())));
            heats.add(totalPower(b).plus(heat).times(-1));
            rest = rest.plus(heat);
        }
        Estimated total = totalPower();
        double balance =
                total.value() - powers.stream().mapToDouble(Estimated::value).sum();
        return new Flows(powers, total, heats, rest, balance);
    }

    /** Work done per unit time by the drive through one oscillator, averaged over a period. */
    public Estimated power(int l) {
        Estimated sum = new Estimated(0, 0);
        for (int b = 0; b < baths.size(); b++) {
            for (Drive d : drives.get(b)) sum = sum.plus(power(d, kernels.get(b).work(d.frequency()), l));
        }
        return sum;
    }

    /** Work done per unit time by the whole drive. */
    public Estimated totalPower() {
        Estimated sum = new Estimated(0, 0);
        for (int b = 0; b < baths.size(); b++) sum = sum.plus(totalPower(b));
        return sum;
    }

    private Estimated totalPower(int b) {
        Estimated sum = new Estimated(0, 0);
        for (Drive d : drives.get(b))
            sum = sum.plus(totalPower(d, kernels.get(b).work(d.frequency())));
        return sum;
    }

    private static Estimated power(Drive d, Kernel kernel, int l) {
        double sum = 0;
        double error = 0;
        double[] f = d.amplitudes();
        for (int m = 0; m < f.length; m++) {
            double weight = d.frequency() / 2 * f[l] * f[m];
            sum += weight
                    * Complex.phase(d.lag(l, m)).times(kernel.work()[l][m]).im();
            error += Math.abs(weight) * kernel.workError()[l][m];
        }
        return new Estimated(sum, error);
    }

    /** The sum over oscillators without the antisymmetric parts, which cancel in it. */
    private static Estimated totalPower(Drive d, Kernel kernel) {
        double sum = 0;
        double error = 0;
        double[] f = d.amplitudes();
        for (int l = 0; l < f.length; l++) {
            for (int m = 0; m < f.length; m++) {
                double weight = d.frequency() / 2 * f[l] * f[m] * Math.cos(d.lag(l, m));
                sum += weight * kernel.work()[l][m].im();
                error += Math.abs(weight) * kernel.workError()[l][m];
            }
        }
        return new Estimated(sum, error);
    }

    private static Estimated staticHeat(Drive d, Kernel kernel) {
        double sum = 0;
        double error = 0;
        double[] f = d.amplitudes();
        for (int l = 0; l < f.length; l++) {
            for (int m = 0; m < f.length; m++) {
                double weight = d.mean() * f[l] * f[m] * Math.cos(d.lag(l, m));
                sum += weight * kernel.heat()[l][m];
                error += Math.abs(weight) * kernel.heatError()[l][m];
            }
        }
        return new Estimated(sum, error);
    }

    /**
     * Work done per unit time through one oscillator at time t of the period, g_l maximal at t = 0 for phase 0.
     *
     * @param l the oscillator
     */
    public Estimated power(int l, double t) {
        double sum = 0;
        double error = 0;
        for (int b = 0; b < baths.size(); b++) {
            double rate = baths.get(b).couplings().get(l).rate(network.driveFrequency(), t);
            for (Drive d : drives.get(b)) {
                Kernel kernel = kernels.get(b).work(d.frequency());
                for (int m = 0; m < size(); m++) {
                    Complex phase = Complex.phase(-(d.frequency() * t + d.phases()[m]));
                    sum -= rate
                            * d.amplitudes()[m]
                            * phase.times(kernel.work()[l][m]).re();
                    error += Math.abs(rate * d.amplitudes()[m]) * kernel.workError()[l][m];
                }
            }
        }
        return new Estimated(sum, error);
    }

    /** Growth rate of the variance of the work done through one oscillator, [energy^2/time]. */
    public Estimated fluctuation(int l) {
        Estimated sum = new Estimated(0, 0);
        for (int b = 0; b < baths.size(); b++) {
            for (Drive d : drives.get(b)) {
                if (d.order() == 0 || d.amplitudes()[l] == 0) continue;
                double weight = d.frequency() * d.frequency() / 2 * d.amplitudes()[l] * d.amplitudes()[l];
                sum = sum.plus(kernels.get(b).noise(d.frequency())[l][l].times(weight));
            }
        }
        return sum;
    }

    /** Growth rate of the variance of the total work. */
    public Estimated totalFluctuation() {
        Estimated sum = new Estimated(0, 0);
        for (int b = 0; b < baths.size(); b++) {
            for (Drive d : drives.get(b)) {
                if (d.order() == 0) continue;
                Estimated[][] noise = kernels.get(b).noise(d.frequency());
                for (int l = 0; l < size(); l++) {
                    for (int m = 0; m < size(); m++) {
                        double weight = d.frequency() * d.frequency() / 2 * Math.cos(d.lag(l, m));
                        sum = sum.plus(noise[l][m].times(weight * d.amplitudes()[l] * d.amplitudes()[m]));
                    }
                }
            }
        }
        return sum;
    }

    /** Entropy production -sum_nu J_nu/T_nu, not negative; P/T where all baths have one temperature. */
    public Estimated entropyProduction() {
        double inverse = inverse(state.temperature(), "the static part of");
        for (NetworkBath bath : baths) inverse(bath.temperature(), "bath '" + bath.name() + "' of");
        if (baths.stream().allMatch(bath -> bath.temperature() == state.temperature())) {
            return totalPower().times(inverse);
        }
        Flows flows = flows();
        // One modulated bath: its heat is minus power and static heat, so that nothing is lost at equal temperatures.
        if (baths.size() == 1) {
            double other = 1 / baths.getFirst().temperature();
            return flows.power().times(other).plus(flows.staticHeat().times(other - inverse));
        }
        Estimated sum = flows.staticHeat().times(-inverse);
        for (int b = 0; b < baths.size(); b++) {
            sum = sum.plus(flows.modulatedHeats().get(b).times(-1 / baths.get(b).temperature()));
        }
        return sum;
    }

    private static double inverse(double temperature, String name) {
        if (temperature > 0) return 1 / temperature;
        throw new NotApplicableException(name + " the network has temperature 0, where heat means infinite entropy:"
                + " entropy production and the ratios made of it are not defined; powers, heats and fluctuations are");
    }

    /** d P_l/d Omega at fixed everything but the amplitudes that follow Omega. */
    public Estimated powerSlope(int l) {
        double sum = 0;
        double error = 0;
        for (int b = 0; b < baths.size(); b++) {
            for (Drive d : drives.get(b)) {
                if (d.order() == 0) continue;
                Kernel kernel = kernels.get(b).work(d.frequency());
                KernelRoute.Slope slope = kernels.get(b).slope(d.frequency());
                double[] f = d.amplitudes();
                for (int m = 0; m < f.length; m++) {
                    Complex phase = Complex.phase(d.lag(l, m));
                    double work = phase.times(kernel.work()[l][m]).im();
                    double product = f[l] * f[m];
                    double productSlope = d.slopes()[l] * f[m] + f[l] * d.slopes()[m];
                    double scale = d.order() / 2.0 * (product + network.driveFrequency() * productSlope);
                    double rate = d.frequency() / 2 * product * d.order();
                    sum += scale * work
                            + rate * phase.times(slope.value()[l][m]).im();
                    error += Math.abs(scale) * kernel.workError()[l][m] + Math.abs(rate) * slope.error()[l][m];
                }
            }
        }
        return new Estimated(sum, error);
    }

    /** Precision of the local powers and of the total. */
    public Precision precision() {
        return Precision.of(this, size());
    }

    Estimated[] coefficients(int l, int m, boolean slow) {
        return slow ? Asymptotics.adiabatic(this, l, m) : Asymptotics.diabatic(state, l, m);
    }

    Kernel frozen(int b) {
        return kernels.get(b).work(0);
    }

    KernelRoute.Slope frozenSlope(int b) {
        return kernels.get(b).slope(0);
    }

    List<Drive> drives(int b) {
        return drives.get(b);
    }

    /**
     * Coefficients of slow driving of a pair driven by one cosine each, P_l = Omega^2 f_l^2 alpha_l +- Omega f_l f_l'
     * dalpha: [alpha_l, alpha_l', dalpha of l].
     */
    public Estimated[] adiabaticCoefficients(int l, int m) {
        return coefficients(l, m, true);
    }

    /** Coefficients of fast driving: half the covariances, [&lt;x_l^2&gt;, &lt;x_l'^2&gt;, &lt;x_l x_l'&gt;]/2. */
    public Estimated[] diabaticCoefficients(int l, int m) {
        return coefficients(l, m, false);
    }
}
