package org.escapement.numerics.kernel;

/**
 * A list of {@link LaneCode}s run one after another over a block of lanes. A program owns scratch memory: use one per
 * thread, made by {@link #copy()}; copies share the code.
 */
public interface LaneProgram {
    /** W, the number of lanes in a block: 1 unless vectors are used. */
    int lanes();

    /** Runs all code once, on arrays laid out as in {@link Place}. Allocates nothing. */
    void run(double[][] arrays);

    /** "interpreted", "scalar" or for instance "simd-512". */
    String describe();

    /** The same program with its own scratch memory. */
    LaneProgram copy();
}
