package org.escapement.numerics.linear;

/** A complex number. Division and modulus are safe from overflow of intermediate squares. */
public record Complex(double re, double im) {

    public static final Complex ZERO = new Complex(0, 0);
    public static final Complex ONE = new Complex(1, 0);
    public static final Complex I = new Complex(0, 1);

    public static Complex real(double re) {
        return new Complex(re, 0);
    }

    /** exp(i angle). */
    public static Complex phase(double angle) {
        return new Complex(Math.cos(angle), Math.sin(angle));
    }

    public Complex plus(Complex z) {
        return new Complex(re + z.re, im + z.im);
    }

    public Complex plus(double x) {
        return new Complex(re + x, im);
    }

    public Complex minus(Complex z) {
        return new Complex(re - z.re, im - z.im);
    }

    public Complex minus(double x) {
        return new Complex(re - x, im);
    }

    public Complex times(Complex z) {
        return new Complex(re * z.re - im * z.im, re * z.im + im * z.re);
    }

    public Complex times(double x) {
        return new Complex(re * x, im * x);
    }

    public Complex over(double x) {
        return new Complex(re / x, im / x);
    }

    public Complex over(Complex z) {
        if (Math.abs(z.re) >= Math.abs(z.im)) {
            double ratio = z.im / z.re;
            double scale = z.re + z.im * ratio;
            return new Complex((re + im * ratio) / scale, (im - re * ratio) / scale);
        }
        double ratio = z.re / z.im;
        double scale = z.re * ratio + z.im;
        return new Complex((re * ratio + im) / scale, (im * ratio - re) / scale);
    }

    public Complex reciprocal() {
        return ONE.over(this);
    }

    public Complex negated() {
        return new Complex(-re, -im);
    }

    public Complex conjugate() {
        return new Complex(re, -im);
    }

    public Complex squared() {
        return new Complex((re - im) * (re + im), 2 * re * im);
    }

    public double modulus() {
        return Math.hypot(re, im);
    }

    public double modulusSquared() {
        return re * re + im * im;
    }

    /** Angle in (-pi, pi]. */
    public double argument() {
        return Math.atan2(im, re);
    }

    public Complex exp() {
        double size = Math.exp(re);
        return new Complex(size * Math.cos(im), size * Math.sin(im));
    }

    /** Principal logarithm, imaginary part in (-pi, pi]. */
    public Complex log() {
        return new Complex(Math.log(modulus()), argument());
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
