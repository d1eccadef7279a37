package org.escapement.numerics.ode;

/** Receives the results of a {@link LaneIntegrator}, points in any order, the stops of one point in order. */
public interface LaneSink {
    /** A stop was reached exactly; {@code y} is reused, copy what is to be kept. */
    void reached(int point, int stopIndex, double t, double[] y);

    /** Nothing more will come for this point. */
    void ended(int point, LaneStatus status, long accepted, long rejected);
}
