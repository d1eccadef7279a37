package org.escapement.numerics.krylov;

/** A linear map of vectors; complex vectors hold their imaginary parts behind the real ones. */
@FunctionalInterface
public interface LinearMap {

    /** Writes the image of x to y; x stays. */
    void apply(double[] x, double[] y);

    /** The identity. */
    static LinearMap identity() {
        return (x, y) -> System.arraycopy(x, 0, y, 0, x.length);
    }
}
