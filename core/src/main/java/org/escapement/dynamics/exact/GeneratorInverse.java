package org.escapement.dynamics.exact;

/**
 * Solves equations with a generator L in coordinates. At the shift s = 0 the trace makes L singular: then b has no trace,
 * and the solution without trace is meant. One preparation serves many right-hand sides. Not thread-safe.
 */
interface GeneratorInverse extends AutoCloseable {

    /**
     * What came out.
     *
     * @param residual |b - (L - s) x| / |b|
     * @param iterations steps of refinement or of the Krylov method
     */
    record Solution(double[] x, double residual, int iterations) {}

    /**
     * Solves (L - s) x = b.
     *
     * @param tolerance residual asked for; a worse one is returned, not refused
     */
    Solution solve(double[] b, double tolerance);

    /** The coordinates x of trace 1 with L x = 0, at s = 0; the residual is relative to |x| times the size of L. */
    Solution stationary(double tolerance);

    /** How, in words. */
    String method();

    @Override
    void close();
}
