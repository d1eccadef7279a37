package org.escapement.numerics.ode;

/** dy/dt = f(t, y). */
public interface OdeSystem {
    int dimension();

    /** Writes f(t, y); must not change {@code y} nor keep the arrays. */
    void derivatives(double t, double[] y, double[] dydt);
}
