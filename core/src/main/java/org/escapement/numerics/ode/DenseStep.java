package org.escapement.numerics.ode;

/** The solution over one accepted step. Valid only during the call that hands it out. */
public interface DenseStep {
    double start();

    /** End of the step; before {@link #start()} when integrating backward. */
    double end();

    /** Writes the interpolated solution at t, which should lie between start and end. */
    void at(double t, double[] y);
}
