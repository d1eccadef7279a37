package org.escapement.numerics.kernel;

/**
 * Evaluates a tape at one point. A kernel owns scratch memory: use one per thread, made by {@link #copy()}; copies share
 * the code.
 */
public interface Kernel {
    /**
     * @param t time
     * @param y variables
     * @param c coefficients
     * @param out receives the outputs; must not be {@code y} or {@code c}
     */
    void evaluate(double t, double[] y, double[] c, double[] out);

    /** The same kernel with its own scratch memory. */
    Kernel copy();
}
