package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Map;

/**
 * What the exact level needs beyond the model and a point.
 *
 * @param cutOffs number of Fock states for each mode
 * @param topPopulation largest population of the highest Fock state of a mode that is accepted; above it a result is
 *     refused
 * @param frozen oscillators that are held at a position and velocity
 * @param directElimination whether equations are eliminated directly also where an iteration is expected to be faster
 */
public record ExactOptions(
        Map<String, Integer> cutOffs,
        double topPopulation,
        Map<String, List<Double>> frozen,
        boolean directElimination) {

    public ExactOptions {
        cutOffs = Map.copyOf(cutOffs);
        frozen = Map.copyOf(frozen);
    }

    /** No modes. */
    public static ExactOptions none() {
        return new ExactOptions(Map.of(), 1e-6, Map.of(), false);
    }

    /** The same with the number of Fock states of one mode. */
    public ExactOptions cutOff(String mode, int levels) {
        Map<String, Integer> all = new java.util.TreeMap<>(cutOffs);
        all.put(mode, levels);
        return new ExactOptions(all, topPopulation, frozen, directElimination);
    }

    /** The same accepting any population at the cut-off: truncated modes are then part of the model's definition. */
    public ExactOptions truncationIsMeant() {
        return new ExactOptions(cutOffs, Double.POSITIVE_INFINITY, frozen, directElimination);
    }

    /** The same with an oscillator held at a position and velocity. */
    public ExactOptions freeze(String oscillator, double position, double velocity) {
        Map<String, List<Double>> all = new java.util.TreeMap<>(frozen);
        all.put(oscillator, List.of(position, velocity));
        return new ExactOptions(cutOffs, topPopulation, all, directElimination);
    }

    /** The same with direct elimination wherever it fits into memory. */
    public ExactOptions eliminateDirectly() {
        return new ExactOptions(cutOffs, topPopulation, frozen, true);
    }
}
