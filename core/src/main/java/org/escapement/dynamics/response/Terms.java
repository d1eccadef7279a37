package org.escapement.dynamics.response;

import org.escapement.numerics.linear.Complex;

/** A running sum that remembers the size of its terms, so that cancellation shows as an error. Not thread-safe. */
final class Terms {

    private Complex total = Complex.ZERO;
    private double size;

    void add(Complex term) {
        total = total.plus(term);
        size += term.modulus();
    }

    Complex total() {
        return total;
    }

    double rounding() {
        return StaticState.ROUNDING * size;
    }
}
