package org.escapement.numerics.ode;

/** The points a {@link LaneIntegrator} works through; every integration starts at t = 0. */
public interface LanePoints {
    int count();

    /** Writes the initial state and the coefficients of a point. */
    void begin(int point, double[] y0, double[] c);

    /** Number of stops of every point. */
    int stops();

    /** Time of stop k, not decreasing with k, at least 0. */
    double stop(int point, int k);
}
