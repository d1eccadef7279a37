package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.UnstableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.Integral;

/**
 * Thermodynamics of a driven harmonic network in all orders of all couplings: Floquet sidebands for the flows, Wick's
 * theorem for the fluctuations. Sidebands are added until the numbers settle; panels are centred on the true Floquet
 * exponents. A network without a steady state is a status, not a number. Immutable, thread-safe.
 */
public final class AllOrders {

    /**
     * How well to compute.
     *
     * @param relative tolerance of the integrals and of the last sideband
     * @param mostSidebands cap on the sidebands on each side
     */
    public record Accuracy(double relative, int mostSidebands) {

        /** Eight digits in the integrals, up to 24 sidebands. */
        public static final Accuracy FINE = new Accuracy(1e-7, 24);
    }

    /** What the long-time state is. */
    public sealed interface Outcome {

        /** The result, or a refusal that names the instability. */
        default Settled settled() {
            return switch (this) {
                case Settled s -> s;
                case Unstable u ->
                    throw new UnstableException("the driven network is unstable: disturbances grow at the rate "
                            + u.growthRate().value() + ", so there is no steady state; drive it more weakly or at"
                            + " another frequency");
            };
        }
    }

    /** Disturbances grow: there is no steady state. */
    public record Unstable(Estimated growthRate) implements Outcome {}

    /**
     * The periodic steady state.
     *
     * @param flows powers and heats; the static heat is the sum over static baths
     * @param heats heat from every bath in the order of the network
     * @param entropyProduction -sum J/T; empty when a bath has temperature 0
     * @param fluctuations D of each oscillator's power; empty if not asked for
     * @param totalFluctuation D of the total power
     * @param sidebands how many were needed on each side
     */
    public record Settled(
            Flows flows,
            List<Estimated> heats,
            Optional<Estimated> entropyProduction,
            List<Estimated> fluctuations,
            Optional<Estimated> totalFluctuation,
            int sidebands)
            implements Outcome {
        public Settled {
            heats = List.copyOf(heats);
            fluctuations = List.copyOf(fluctuations);
        }

        /** -sum J/T; refused where a bath has temperature 0. */
        public Estimated entropy() {
            return entropyProduction.orElseThrow(() ->
                    new NotApplicableException("a bath has temperature 0, where entropy production is not defined"));
        }

        /** Q, V and excess of these flows and fluctuations. */
        public Precision precision() {
            if (fluctuations.isEmpty()) throw new NotApplicableException("fluctuations were not asked for");
            return new Precision(
                    flows.powers(), flows.power(), entropy(), fluctuations, totalFluctuation.orElseThrow());
        }

        /** Q_l = (entropy production) D_l/P_l^2. */
        public Estimated ratio(int l) {
            return precision().ratio(l);
        }
    }

    private final HarmonicNetwork network;
    private final Accuracy accuracy;
    private final List<BathMemory> memories;
    private final Optional<FloquetSpectrum> spectrum;
    private final List<Complex> centres;

    private volatile Settling means;

    private AllOrders(HarmonicNetwork network, Accuracy accuracy, Optional<FloquetSpectrum> known) {
        if (network.modulatedBaths().isEmpty()) {
            throw new NotApplicableException(
                    "the network '" + network.name() + "' is not driven; ask for its static" + " state instead");
        }
        this.network = network;
        this.accuracy = accuracy;
        this.memories =
                network.baths().stream().map(b -> BathMemory.of(b.density())).toList();
        this.spectrum = known.or(() -> FloquetSpectrum.ifRational(network));
        this.centres = spectrum.map(FloquetSpectrum::exponents).orElseGet(() -> guesses(network));
    }

    /** All orders of a driven network. */
    public static AllOrders of(HarmonicNetwork network) {
        return new AllOrders(network, Accuracy.FINE, Optional.empty());
    }

    /** All orders at a chosen accuracy. */
    public static AllOrders of(HarmonicNetwork network, Accuracy accuracy) {
        return new AllOrders(network, accuracy, Optional.empty());
    }

    /**
     * The same with exponents found before, for sweeps of temperatures, on which they do not depend.
     *
     * @param spectrum of a network that differs in temperatures only
     */
    public static AllOrders of(HarmonicNetwork network, Accuracy accuracy, FloquetSpectrum spectrum) {
        return new AllOrders(network, accuracy, Optional.of(spectrum));
    }

    /** Where adaptive panels begin when no exponents are known. */
    private static List<Complex> guesses(HarmonicNetwork network) {
        return network.oscillators().stream()
                .map(o -> new Complex(-1e-3 * o.frequency(), o.frequency()))
                .toList();
    }

    /** Floquet exponents; empty for power-law or tabulated baths, whose stability is not checked. */
    public Optional<FloquetSpectrum> spectrum() {
        return spectrum;
    }

    /** Flows alone. */
    public Outcome flows() {
        return solve(false);
    }

    /** Flows and fluctuations. */
    public Outcome flowsAndFluctuations() {
        return solve(true);
    }

    private record Settling(List<Estimated> numbers, int sidebands) {}

    private Outcome solve(boolean noises) {
        if (spectrum.isPresent() && !spectrum.get().stable()) {
            return new Unstable(spectrum.get().growthRate());
        }
        Settling means = means();
        List<Estimated> fluctuations = List.of();
        int most = means.sidebands();
        if (noises) {
            Settling settled = settle(
                    means.sidebands() - 1,
                    count -> new DrivenNoise(network, new Sidebands(network, memories, count), accuracy.relative())
                            .integrate(centres, accuracy.relative()));
            fluctuations = settled.numbers();
            most = Math.max(most, settled.sidebands());
        }
        return assemble(means.numbers(), fluctuations, most);
    }

    /** Computed once: fluctuations begin where the flows have settled. */
    private Settling means() {
        if (means == null) {
            int harmonics = network.orders().stream().mapToInt(x -> x).max().orElse(1);
            means = settle(
                    harmonics + 1,
                    count -> new DrivenFlows(network, new Sidebands(network, memories, count))
                            .integrate(centres, accuracy.relative()));
        }
        return means;
    }

    private Settling settle(int first, IntFunction<Integral> compute) {
        Integral last = null;
        for (int count = Math.max(1, first); count <= accuracy.mostSidebands(); count++) {
            Integral next = compute.apply(count);
            if (!next.converged()) {
                throw new ConvergenceException("an integral over frequency did not reach the relative tolerance "
                        + accuracy.relative() + " with " + count + " sidebands; ask for less accuracy");
            }
            if (last != null && close(last, next)) {
                List<Estimated> numbers = new ArrayList<>();
                for (int i = 0; i < next.values().length; i++) {
                    numbers.add(new Estimated(next.value(i), next.error(i) + Math.abs(next.value(i) - last.value(i))));
                }
                return new Settling(numbers, count);
            }
            last = next;
        }
        throw new ConvergenceException(
                "the flows did not settle within " + accuracy.mostSidebands() + " sidebands; ask for less accuracy");
    }

    private boolean close(Integral a, Integral b) {
        double[] x = a.values();
        double[] y = b.values();
        for (int i = 0; i < x.length; i++) {
            double noise = a.error(i) + b.error(i);
            if (Math.abs(x[i] - y[i]) > 10 * accuracy.relative() * Math.abs(y[i]) + noise) return false;
        }
        return true;
    }

    private Outcome assemble(List<Estimated> means, List<Estimated> noises, int sidebands) {
        int n = network.size();
        List<Estimated> powers = means.subList(0, n);
        List<Estimated> heats = means.subList(n, means.size());
        Estimated power = sum(powers);
        Estimated still = new Estimated(0, 0);
        List<Estimated> modulated = new ArrayList<>();
        Optional<Estimated> entropy = Optional.of(new Estimated(0, 0));
        for (int b = 0; b < heats.size(); b++) {
            NetworkBath bath = network.baths().get(b);
            if (bath.modulated()) modulated.add(heats.get(b));
            else still = still.plus(heats.get(b));
            Estimated heat = heats.get(b);
            entropy = bath.temperature() == 0
                    ? Optional.empty()
                    : entropy.map(s -> s.plus(heat.times(-1 / bath.temperature())));
        }
        double balance = power.value() + sum(heats).value();
        Flows flows = new Flows(powers, power, modulated, still, balance);
        return new Settled(
                flows,
                heats,
                entropy,
                noises.isEmpty() ? List.of() : noises.subList(0, n),
                noises.isEmpty() ? Optional.empty() : Optional.of(noises.get(n)),
                sidebands);
    }

    private static Estimated sum(List<Estimated> numbers) {
        Estimated sum = new Estimated(0, 0);
        for (Estimated e : numbers) sum = sum.plus(e);
        return sum;
    }
}
