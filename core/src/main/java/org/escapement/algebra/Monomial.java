package org.escapement.algebra;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A product of integer powers of symbols and a half-integer power of the size N, such as kappa^2 g^-1 N^(-1/2).
 *
 * <p>Ordered for printing: falling power of N, then rising degree in the symbols, then by name.
 */
public final class Monomial implements Comparable<Monomial> {

    public static final Monomial ONE = new Monomial(new TreeMap<>(), 0);

    private final NavigableMap<Symbol, Integer> exponents;
    private final int twiceSize;
    private final int hash;

    private Monomial(NavigableMap<Symbol, Integer> exponents, int twiceSize) {
        this.exponents = exponents;
        this.twiceSize = twiceSize;
        this.hash = 31 * exponents.hashCode() + twiceSize;
    }

    public static Monomial of(Map<Symbol, Integer> exponents, int twiceSize) {
        NavigableMap<Symbol, Integer> nonZero = new TreeMap<>(exponents);
        nonZero.values().removeIf(exponent -> exponent == 0);
        return new Monomial(nonZero, twiceSize);
    }

    /** Exponent by symbol, in the order of symbols; never a zero exponent. */
    public SortedMap<Symbol, Integer> exponents() {
        return Collections.unmodifiableSortedMap(exponents);
    }

    /** Twice the power of N. */
    public int twiceSize() {
        return twiceSize;
    }

    public int exponent(Symbol symbol) {
        return exponents.getOrDefault(symbol, 0);
    }

    public Monomial times(Monomial other) {
        if (other.exponents.isEmpty()) {
            return other.twiceSize == 0 ? this : new Monomial(exponents, twiceSize + other.twiceSize);
        }
        NavigableMap<Symbol, Integer> product = new TreeMap<>(exponents);
        other.exponents.forEach((symbol, exponent) ->
                product.merge(symbol, exponent, (old, more) -> old + more == 0 ? null : Integer.valueOf(old + more)));
        return new Monomial(product, twiceSize + other.twiceSize);
    }

    public Monomial inverse() {
        NavigableMap<Symbol, Integer> inverse = new TreeMap<>();
        exponents.forEach((symbol, exponent) -> inverse.put(symbol, -exponent));
        return new Monomial(inverse, -twiceSize);
    }

    public Monomial without(Symbol symbol) {
        NavigableMap<Symbol, Integer> rest = new TreeMap<>(exponents);
        rest.remove(symbol);
        return new Monomial(rest, twiceSize);
    }

    public double evaluate(ToDoubleFunction<Symbol> values, double size) {
        double product = twiceSize == 0 ? 1 : power(size, twiceSize);
        for (Map.Entry<Symbol, Integer> factor : exponents.entrySet()) {
            product *= Math.pow(values.applyAsDouble(factor.getKey()), factor.getValue());
        }
        return product;
    }

    /** Integer powers of N are not sent through sqrt(N)^2, which would round. */
    private static double power(double size, int twice) {
        return twice % 2 == 0 ? Math.pow(size, twice / 2) : Math.pow(size, twice / 2.0);
    }

    private int degree() {
        int degree = 0;
        for (int exponent : exponents.values()) degree += exponent;
        return degree;
    }

    @Override
    public int compareTo(Monomial other) {
        if (twiceSize != other.twiceSize) {
            return Integer.compare(other.twiceSize, twiceSize);
        }
        int byDegree = Integer.compare(degree(), other.degree());
        return byDegree != 0 ? byDegree : compareNames(other);
    }

    private int compareNames(Monomial other) {
        Iterator<Map.Entry<Symbol, Integer>> left = exponents.entrySet().iterator();
        Iterator<Map.Entry<Symbol, Integer>> right = other.exponents.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<Symbol, Integer> a = left.next();
            Map.Entry<Symbol, Integer> b = right.next();
            int bySymbol = a.getKey().compareTo(b.getKey());
            if (bySymbol != 0) {
                return bySymbol;
            }
            int byExponent = Integer.compare(b.getValue(), a.getValue());
            if (byExponent != 0) {
                return byExponent;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Monomial monomial
                        && hash == monomial.hash
                        && twiceSize == monomial.twiceSize
                        && exponents.equals(monomial.exponents);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("*");
        exponents.forEach((symbol, exponent) -> text.add(exponent == 1 ? symbol.name() : symbol + "^" + exponent));
        if (twiceSize != 0) {
            text.add(twiceSize == 2 ? "N" : "N^(" + Rational.of(twiceSize, 2) + ")");
        }
        return text.toString();
    }
}
