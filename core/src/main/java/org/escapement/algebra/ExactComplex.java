package org.escapement.algebra;

/**
 * An exact complex number re + i im, dimensionless.
 *
 * @param re real part
 * @param im imaginary part
 */
public record ExactComplex(Surd re, Surd im) {

    public static final ExactComplex ZERO = new ExactComplex(Surd.ZERO, Surd.ZERO);
    public static final ExactComplex ONE = new ExactComplex(Surd.ONE, Surd.ZERO);
    public static final ExactComplex I = new ExactComplex(Surd.ZERO, Surd.ONE);

    public static ExactComplex of(Surd real) {
        return new ExactComplex(real, Surd.ZERO);
    }

    public static ExactComplex of(long numerator, long denominator) {
        return of(Surd.of(numerator, denominator));
    }

    public ExactComplex plus(ExactComplex other) {
        return new ExactComplex(re.plus(other.re), im.plus(other.im));
    }

    public ExactComplex minus(ExactComplex other) {
        return new ExactComplex(re.minus(other.re), im.minus(other.im));
    }

    public ExactComplex times(ExactComplex other) {
        if (isReal() && other.isReal()) {
            return of(re.times(other.re));
        }
        return new ExactComplex(
                re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
    }

    public ExactComplex times(Surd factor) {
        return new ExactComplex(re.times(factor), im.times(factor));
    }

    /**
     * Quotient by z = a + i b, as (this * conj z)/|z|^2.
     *
     * @throws ArithmeticException when |z|^2 is zero or not a single term
     */
    public ExactComplex dividedBy(ExactComplex divisor) {
        if (divisor.isReal()) {
            return new ExactComplex(re.dividedBy(divisor.re), im.dividedBy(divisor.re));
        }
        Surd modulusSquared = divisor.re.times(divisor.re).plus(divisor.im.times(divisor.im));
        ExactComplex above = times(divisor.conjugate());
        return new ExactComplex(above.re.dividedBy(modulusSquared), above.im.dividedBy(modulusSquared));
    }

    public ExactComplex negate() {
        return new ExactComplex(re.negate(), im.negate());
    }

    public ExactComplex conjugate() {
        return isReal() ? this : new ExactComplex(re, im.negate());
    }

    public boolean isZero() {
        return re.isZero() && im.isZero();
    }

    public boolean isReal() {
        return im.isZero();
    }

    @Override
    public String toString() {
        if (isReal()) {
            return re.toString();
        }
        return re.isZero() ? "i*(" + im + ")" : re + " + i*(" + im + ")";
    }
}
