package org.escapement.numerics.linear;

/** A complex number. */
public record Complex(double re, double im) {

    public double modulus() {
        return Math.hypot(re, im);
    }

    /** Angle in (-pi, pi]. */
    public double argument() {
        return Math.atan2(im, re);
    }

    /** Distance from another number. */
    public double distance(Complex other) {
        return Math.hypot(re - other.re, im - other.im);
    }

    @Override
    public String toString() {
        return im == 0 ? Double.toString(re) : re + (im < 0 ? " - " : " + ") + Math.abs(im) + "i";
    }
}
