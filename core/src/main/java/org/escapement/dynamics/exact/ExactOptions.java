package org.escapement.dynamics.exact;

import java.util.Map;

/**
 * What the exact level needs beyond the model and a point.
 *
 * @param cutOffs number of Fock states for each mode
 * @param topPopulation largest population of the highest Fock state of a mode that is accepted; above it a result is
 *     refused
 */
public record ExactOptions(Map<String, Integer> cutOffs, double topPopulation) {

    public ExactOptions {
        cutOffs = Map.copyOf(cutOffs);
    }

    /** No modes. */
    public static ExactOptions none() {
        return new ExactOptions(Map.of(), 1e-6);
    }

    /** The same with the number of Fock states of one mode. */
    public ExactOptions cutOff(String mode, int levels) {
        Map<String, Integer> all = new java.util.TreeMap<>(cutOffs);
        all.put(mode, levels);
        return new ExactOptions(all, topPopulation);
    }

    /** The same accepting any population at the cut-off: truncated modes are then part of the model's definition. */
    public ExactOptions truncationIsMeant() {
        return new ExactOptions(cutOffs, Double.POSITIVE_INFINITY);
    }
}
