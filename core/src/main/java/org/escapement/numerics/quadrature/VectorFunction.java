package org.escapement.numerics.quadrature;

/** Several functions of one real variable, evaluated together. */
@FunctionalInterface
public interface VectorFunction {

    /** Writes all values at x. */
    void at(double x, double[] values);
}
