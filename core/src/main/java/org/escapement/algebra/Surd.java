package org.escapement.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An exact real number: a finite sum of rational multiples of square roots of squarefree positive integers, such as
 * 3/2, sqrt(2)/2 or 1 + sqrt(6). Dimensionless and immutable.
 *
 * <p>Square roots of distinct squarefree integers are linearly independent over the rationals, so two surds are equal
 * exactly when their terms are.
 */
public final class Surd {

    public static final Surd ZERO = new Surd(new TreeMap<>());
    public static final Surd ONE = of(1);

    private final NavigableMap<BigInteger, Rational> terms;

    private Surd(NavigableMap<BigInteger, Rational> terms) {
        this.terms = terms;
    }

    public static Surd of(long value) {
        return of(Rational.of(value));
    }

    public static Surd of(long numerator, long denominator) {
        return of(Rational.of(numerator, denominator));
    }

    public static Surd of(Rational value) {
        return single(BigInteger.ONE, value);
    }

    /** The decimal exactly as written: 0.1 is one tenth. */
    public static Surd ofDecimal(BigDecimal decimal) {
        return of(Rational.ofDecimal(decimal));
    }

    /**
     * Square root of a non-negative fraction.
     *
     * @throws ArithmeticException for a negative fraction, or one whose squares are too large to be found
     */
    public static Surd sqrt(Rational square) {
        if (square.signum() < 0) {
            throw new ArithmeticException("The square root of " + square + " is not a real number");
        }
        if (square.isZero()) {
            return ZERO;
        }
        SquareFactor above = SquareFactor.of(square.numerator());
        SquareFactor below = SquareFactor.of(square.denominator());
        // sqrt(p/q) = sqrt(p q)/q keeps the denominator rational.
        return single(
                above.inside().multiply(below.inside()),
                new Rational(above.outside(), below.outside().multiply(below.inside())));
    }

    private static Surd single(BigInteger radicand, Rational factor) {
        NavigableMap<BigInteger, Rational> term = new TreeMap<>();
        if (!factor.isZero()) {
            term.put(radicand, factor);
        }
        return new Surd(term);
    }

    public Surd plus(Surd other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        NavigableMap<BigInteger, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((radicand, factor) -> add(sum, radicand, factor));
        return new Surd(sum);
    }

    public Surd minus(Surd other) {
        return plus(other.negate());
    }

    public Surd times(Surd other) {
        if (isZero() || other.equals(ONE)) {
            return this;
        }
        if (other.isZero() || equals(ONE)) {
            return other;
        }
        NavigableMap<BigInteger, Rational> product = new TreeMap<>();
        terms.forEach((left, leftFactor) -> other.terms.forEach((right, rightFactor) -> {
            // sqrt(a) sqrt(b) = g sqrt(ab/g^2) with g = gcd(a, b) stays squarefree without factorising.
            BigInteger common = left.gcd(right);
            BigInteger radicand = left.divide(common).multiply(right.divide(common));
            add(product, radicand, leftFactor.times(rightFactor).times(Rational.of(common)));
        }));
        return new Surd(product);
    }

    /**
     * Quotient by a number of one term.
     *
     * @throws ArithmeticException when the divisor is zero or a sum of several square roots
     */
    public Surd dividedBy(Surd divisor) {
        if (!divisor.isSingleTerm()) {
            throw new ArithmeticException("Exact division needs a divisor of one term, not " + divisor);
        }
        BigInteger radicand = divisor.terms.firstKey();
        Rational factor = divisor.terms.firstEntry().getValue().times(Rational.of(radicand));
        return times(single(radicand, Rational.ONE.dividedBy(factor)));
    }

    public Surd negate() {
        NavigableMap<BigInteger, Rational> opposite = new TreeMap<>();
        terms.forEach((radicand, factor) -> opposite.put(radicand, factor.negate()));
        return new Surd(opposite);
    }

    private static void add(Map<BigInteger, Rational> sum, BigInteger radicand, Rational factor) {
        sum.merge(radicand, factor, (old, more) -> {
            Rational total = old.plus(more);
            return total.isZero() ? null : total;
        });
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    public boolean isSingleTerm() {
        return terms.size() == 1;
    }

    /** Whether the first term carries a minus sign: the sign that a printed sum pulls out, not that of the value. */
    public boolean startsNegative() {
        return !isZero() && terms.firstEntry().getValue().signum() < 0;
    }

    /** Rational factor by squarefree radicand, in rising radicand; never a zero factor. */
    public SortedMap<BigInteger, Rational> terms() {
        return Collections.unmodifiableSortedMap(terms);
    }

    public double doubleValue() {
        double sum = 0;
        for (Map.Entry<BigInteger, Rational> term : terms.entrySet()) {
            sum += term.getValue().doubleValue() * Math.sqrt(term.getKey().doubleValue());
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Surd surd && terms.equals(surd.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** Plain text such as {@code 3/2}, {@code sqrt(2)/2} or {@code 1 - sqrt(3)}. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        return terms.entrySet().stream()
                .map(term -> text(term.getKey(), term.getValue()))
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
    }

    private static String text(BigInteger radicand, Rational factor) {
        if (radicand.equals(BigInteger.ONE)) {
            return factor.toString();
        }
        String root = "sqrt(" + radicand + ")";
        BigInteger size = factor.numerator().abs();
        String above = (factor.signum() < 0 ? "-" : "") + (size.equals(BigInteger.ONE) ? root : size + "*" + root);
        return factor.denominator().equals(BigInteger.ONE) ? above : above + "/" + factor.denominator();
    }
}
