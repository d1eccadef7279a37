package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Operator;

/**
 * Which tensors are kept: those that are reached from a seed and have l up to a number for each ensemble.
 *
 * @param highest largest l of each ensemble
 * @param atoms number of atoms of each ensemble, possibly infinite; l stays below or equal
 * @param perSize atoms of each ensemble divided by the size N
 * @param seed where to begin
 */
record TensorShape(List<Integer> highest, List<Double> atoms, List<Double> perSize, Seed seed) {

    /** The tensors from which all others are reached. */
    sealed interface Seed {}

    /** The identity, and what observables make of it: the stationary state and its fluctuations. */
    record Stationary(List<Operator> observables) implements Seed {}

    /** All tensors of one sector. */
    record Sector(List<Long> charge) implements Seed {}

    TensorShape {
        highest = List.copyOf(highest);
        atoms = List.copyOf(atoms);
        perSize = List.copyOf(perSize);
    }

    /** The largest l that exists for an ensemble. */
    int limit(int site) {
        return (int) Math.min(highest.get(site), atoms.get(site));
    }

    /** Whether every tensor of an ensemble is kept. */
    boolean isComplete(int site) {
        return highest.get(site) >= atoms.get(site);
    }

    /** The same with other largest l. */
    TensorShape with(int[] newHighest) {
        List<Integer> list = new ArrayList<>();
        for (int l : newHighest) list.add(l);
        return new TensorShape(list, atoms, perSize, seed);
    }
}
