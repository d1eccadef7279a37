package org.escapement.model.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;

/**
 * Oscillators coupled to common baths with memory, H(t) = sum_l H_l + sum_nu H_nu(t) with the complete squares of
 * {@link NetworkBath}. Units hbar = k_B = 1. Immutable, safe to share; never half-built.
 */
public final class HarmonicNetwork {

    private final String name;
    private final List<NetworkOscillator> oscillators;
    private final List<NetworkBath> baths;
    private final double driveFrequency;

    private HarmonicNetwork(Builder b, List<NetworkBath> baths) {
        this.name = b.name;
        this.oscillators = List.copyOf(b.oscillators);
        this.baths = List.copyOf(baths);
        this.driveFrequency = b.driveFrequency;
    }

    /** Begins a network. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public List<NetworkOscillator> oscillators() {
        return oscillators;
    }

    public int size() {
        return oscillators.size();
    }

    public List<NetworkBath> baths() {
        return baths;
    }

    /** Fundamental angular frequency Omega of all modulations; 0 when nothing is modulated. */
    public double driveFrequency() {
        return driveFrequency;
    }

    /** Baths whose couplings are all constant. */
    public List<NetworkBath> staticBaths() {
        return baths.stream().filter(b -> !b.modulated()).toList();
    }

    /** Baths with a coupling that depends on time. */
    public List<NetworkBath> modulatedBaths() {
        return baths.stream().filter(NetworkBath::modulated).toList();
    }

    /**
     * The network without its modulated baths, checked for modes that the static baths alone leave undamped.
     *
     * @throws ModelException when there is no static bath or a dark mode without the modulated ones
     */
    public HarmonicNetwork staticPart() {
        if (staticBaths().isEmpty()) {
            throw new ModelException("the network '" + name + "' has no static bath, so its oscillators have no state"
                    + " of rest to expand around; add one, or ask for all orders");
        }
        Builder b = new Builder(name);
        b.oscillators.addAll(oscillators);
        HarmonicNetwork rest = new HarmonicNetwork(b, staticBaths());
        DarkModes.refuse(rest);
        return rest;
    }

    /** Position of an oscillator by name. */
    public int oscillator(String wanted) {
        List<String> names = oscillators.stream().map(NetworkOscillator::name).toList();
        int index = names.indexOf(wanted);
        if (index >= 0) return index;
        throw new ModelException(
                "the network '" + name + "' has no oscillator '" + wanted + "'" + NearestWord.hint(wanted, names));
    }

    /** Orders of all harmonics that occur, ascending. */
    public List<Integer> orders() {
        TreeSet<Integer> orders = new TreeSet<>();
        for (NetworkBath b : baths) b.couplings().forEach(c -> orders.addAll(c.orders()));
        return List.copyOf(orders);
    }

    /** Puts a network together; {@link #build} checks it as a whole. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final List<NetworkOscillator> oscillators = new ArrayList<>();
        private final List<UnfinishedBath> unfinished = new ArrayList<>();
        private double driveFrequency;

        private record UnfinishedBath(
                String name, SpectralDensity density, double temperature, Map<String, Coupling> couplings) {}

        private Builder(String name) {
            this.name = name;
        }

        /** Adds an oscillator. */
        public Builder oscillator(String oscillator, double mass, double frequency) {
            if (oscillators.stream().anyMatch(o -> o.name().equals(oscillator))) {
                throw new ModelException("there are two oscillators '" + oscillator + "'; give each its own name");
            }
            oscillators.add(new NetworkOscillator(oscillator, mass, frequency));
            return this;
        }

        /** Sets Omega [frequency]. */
        public Builder drivenAt(double frequency) {
            this.driveFrequency = frequency;
            return this;
        }

        /** Adds a bath with its couplings by oscillator; oscillators left out do not couple. */
        public Builder bath(String bath, SpectralDensity density, double temperature, Map<String, Coupling> couplings) {
            if (unfinished.stream().anyMatch(b -> b.name().equals(bath))) {
                throw new ModelException("there are two baths '" + bath + "'; give each its own name");
            }
            // Refuses at once what does not depend on the other parts.
            new NetworkBath(bath, density, temperature, List.copyOf(couplings.values()));
            unfinished.add(new UnfinishedBath(bath, density, temperature, new LinkedHashMap<>(couplings)));
            return this;
        }

        /** The finished network. */
        public HarmonicNetwork build() {
            if (oscillators.isEmpty()) throw new ModelException("the network '" + name + "' has no oscillator");
            if (unfinished.isEmpty()) throw new ModelException("the network '" + name + "' has no bath");
            List<NetworkBath> baths = new ArrayList<>();
            for (UnfinishedBath b : unfinished) baths.add(finish(b));
            boolean modulated = baths.stream().anyMatch(NetworkBath::modulated);
            if (modulated && (!(driveFrequency > 0) || Double.isInfinite(driveFrequency))) {
                throw new ModelException("the network '" + name + "' is modulated but its drive frequency is "
                        + driveFrequency + "; give a positive number, or constant couplings");
            }
            HarmonicNetwork network = new HarmonicNetwork(this, baths);
            DarkModes.refuse(network);
            return network;
        }

        private NetworkBath finish(UnfinishedBath b) {
            List<String> names =
                    oscillators.stream().map(NetworkOscillator::name).toList();
            for (String target : b.couplings().keySet()) {
                if (!names.contains(target)) {
                    throw new ModelException("bath '" + b.name() + "' couples to '" + target
                            + "', which is no oscillator" + NearestWord.hint(target, names));
                }
            }
            List<Coupling> couplings = names.stream()
                    .map(n -> b.couplings().getOrDefault(n, Coupling.NONE))
                    .toList();
            return new NetworkBath(b.name(), b.density(), b.temperature(), couplings);
        }
    }
}
