package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;

/**
 * The full Hamiltonian with finitely many bath modes, as the check that uses no response function. Baths start thermal
 * and uncorrelated. Flows: oscillators start in their bare ground states, the map of one period is computed once by a
 * splitting with exact rotations, then applied. Covariances: any start, at any time. The time step is extrapolated to
 * zero. Valid before the recurrence time 2 pi/dw. Immutable, thread-safe.
 */
public final class FiniteBaths {

    private static final double STEP = 0.2;
    private static final int LEVELS = 3;

    private final HarmonicNetwork network;
    private final List<ModeSet> baths;

    private FiniteBaths(HarmonicNetwork network, List<ModeSet> baths) {
        this.network = network;
        this.baths = baths;
    }

    /**
     * Discretises every bath of a network.
     *
     * @param edges ends of the panels, one mode for each, ascending
     */
    public static FiniteBaths of(HarmonicNetwork network, double... edges) {
        List<ModeSet> baths = new ArrayList<>();
        for (NetworkBath bath : network.baths()) baths.add(ModeSet.of(bath, edges));
        return new FiniteBaths(network, baths);
    }

    /**
     * Averages over the last periods of a run.
     *
     * @param powers through each oscillator
     * @param heats minus the rate of change of each bath's bare energy
     */
    public record Averages(List<Estimated> powers, List<Estimated> heats) {
        public Averages {
            powers = List.copyOf(powers);
            heats = List.copyOf(heats);
        }
    }

    /** Runs from time 0 and averages over the last {@code average} of {@code periods} periods. */
    public Averages run(int periods, int average) {
        if (network.modulatedBaths().isEmpty()) {
            throw new NotApplicableException("the network '" + network.name() + "' is not driven, so it has no period");
        }
        if (average < 1 || periods < average) {
            throw new IllegalArgumentException("cannot average the last " + average + " of " + periods + " periods");
        }
        double period = 2 * Math.PI / network.driveFrequency();
        int steps = Math.max(32, (int) Math.ceil(period * fastest() / STEP));
        double[][] results = new double[LEVELS][];
        for (int level = 0; level < LEVELS; level++) {
            results[level] = new PeriodMap(network, baths, steps << level).averages(periods, average);
        }
        List<Estimated> all = extrapolated(results);
        int n = network.size();
        return new Averages(all.subList(0, n), all.subList(n, all.size()));
    }

    /** State of the oscillators at a time t > 0 of a run that begins with the given states of the oscillators. */
    public PhaseSpaceState state(double t, List<OscillatorStart> starts) {
        FiniteEvolution evolution = new FiniteEvolution(network, baths);
        int steps = Math.max(32, (int) Math.ceil(t * fastest() / STEP));
        double[][] results = new double[LEVELS][];
        for (int level = 0; level < LEVELS; level++) results[level] = evolution.covariance(t, steps << level, starts);
        List<Estimated> all = extrapolated(results);
        int size = 2 * network.size();
        Estimated[][] covariance = new Estimated[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) covariance[i][j] = all.get(size * i + j);
        }
        return new PhaseSpaceState(network, evolution.means(t, steps << (LEVELS - 1), starts), covariance);
    }

    private double fastest() {
        double fastest = network.driveFrequency();
        for (var o : network.oscillators()) fastest = Math.max(fastest, o.frequency());
        for (ModeSet bath : baths) {
            double[] w = bath.frequencies();
            fastest = Math.max(fastest, w[w.length - 1]);
            // The counter-term is a spring in the kick.
            for (var o : network.oscillators()) fastest = Math.max(fastest, Math.sqrt(bath.stiffness() / o.mass()));
        }
        return fastest;
    }

    /** Romberg in the square of the time step. */
    private static List<Estimated> extrapolated(double[][] results) {
        return IntStream.range(0, results[0].length)
                .mapToObj(i -> {
                    double first = results[1][i] + (results[1][i] - results[0][i]) / 3;
                    double second = results[2][i] + (results[2][i] - results[1][i]) / 3;
                    double value = second + (second - first) / 15;
                    return new Estimated(value, Math.abs(value - second));
                })
                .toList();
    }
}
