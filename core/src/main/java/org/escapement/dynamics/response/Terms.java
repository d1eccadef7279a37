package org.escapement.dynamics.response;

import org.escapement.numerics.linear.Complex;

/** A running sum that remembers the size of its terms, so that cancellation shows as an error. Not thread-safe. */
final class Terms {

    private Complex total = Complex.ZERO;
    private double size;

    void add(Complex term) {
        total = total.plus(term);
        // Larger than the modulus by at most sqrt(2), and much cheaper.
        size += Math.abs(term.re()) + Math.abs(term.im());
    }

    Complex total() {
        return total;
    }

    double rounding() {
        return StaticState.ROUNDING * size;
    }
}
