package org.escapement.benchmarks;

/** The points of the benchmark: J and Jz on a grid in [0, 4], Omega = 2, kappa = 1, ground state, t up to 1000. */
final class CrystalGrid {

    static final int SIDE = 24;
    static final int POINTS = SIDE * SIDE;
    static final double END = 1000;
    static final double TOLERANCE = 1e-8;
    static final double OMEGA = 2;
    static final double KAPPA = 1;

    private CrystalGrid() {}

    static double exchange(int point) {
        return 4.0 * (point / SIDE) / (SIDE - 1);
    }

    static double alignment(int point) {
        return 4.0 * (point % SIDE) / (SIDE - 1);
    }
}
