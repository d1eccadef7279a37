package org.escapement.algebra;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * What stands before a word of operators: a Laurent polynomial in real symbols and half-integer powers of the size N
 * with exact complex numbers, such as -i kappa/2 + 3 g^2/sqrt(N). Immutable; equality is mathematical equality, since
 * the monomials are independent.
 */
public final class Coefficient {

    public static final Coefficient ZERO = new Coefficient(new TreeMap<>());
    public static final Coefficient ONE = of(1);
    /** The imaginary unit. */
    public static final Coefficient I = of(ExactComplex.I);
    /** The size N. */
    public static final Coefficient N = sizePower(2);

    private final NavigableMap<Monomial, ExactComplex> terms;

    private Coefficient(NavigableMap<Monomial, ExactComplex> terms) {
        this.terms = terms;
    }

    public static Coefficient of(long value) {
        return of(Surd.of(value));
    }

    public static Coefficient of(long numerator, long denominator) {
        return of(Surd.of(numerator, denominator));
    }

    public static Coefficient of(Surd value) {
        return of(ExactComplex.of(value));
    }

    public static Coefficient of(ExactComplex value) {
        return single(Monomial.ONE, value);
    }

    public static Coefficient of(Symbol symbol) {
        return single(Monomial.of(Map.of(symbol, 1), 0), ExactComplex.ONE);
    }

    public static Coefficient of(Monomial monomial, ExactComplex number) {
        return single(monomial, number);
    }

    public static Coefficient parameter(String name) {
        return of(Symbol.parameter(name));
    }

    /** N to the power twiceOrder/2. */
    public static Coefficient sizePower(int twiceOrder) {
        return single(Monomial.of(Map.of(), twiceOrder), ExactComplex.ONE);
    }

    private static Coefficient single(Monomial monomial, ExactComplex number) {
        NavigableMap<Monomial, ExactComplex> term = new TreeMap<>();
        if (!number.isZero()) {
            term.put(monomial, number);
        }
        return new Coefficient(term);
    }

    public Coefficient plus(Coefficient other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        NavigableMap<Monomial, ExactComplex> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, number) -> add(sum, monomial, number));
        return new Coefficient(sum);
    }

    public Coefficient minus(Coefficient other) {
        return plus(other.negate());
    }

    public Coefficient times(Coefficient other) {
        NavigableMap<Monomial, ExactComplex> product = new TreeMap<>();
        terms.forEach((left, leftNumber) -> other.terms.forEach(
                (right, rightNumber) -> add(product, left.times(right), leftNumber.times(rightNumber))));
        return new Coefficient(product);
    }

    public Coefficient times(Symbol symbol) {
        return times(of(symbol));
    }

    public Coefficient times(long factor) {
        return scaled(BigInteger.valueOf(factor));
    }

    Coefficient scaled(BigInteger factor) {
        if (factor.equals(BigInteger.ONE)) {
            return this;
        }
        Surd exact = Surd.of(Rational.of(factor));
        return exact.isZero() ? ZERO : mapNumbers(number -> number.times(exact));
    }

    /**
     * Quotient by a coefficient of one term.
     *
     * @throws ArithmeticException when the divisor is zero, has several terms, or a number that cannot be inverted
     */
    public Coefficient dividedBy(Coefficient divisor) {
        if (divisor.terms.size() != 1) {
            throw new ArithmeticException("Exact division needs a divisor of one term, not " + divisor);
        }
        Map.Entry<Monomial, ExactComplex> only = divisor.terms.firstEntry();
        return times(single(only.getKey().inverse(), ExactComplex.ONE.dividedBy(only.getValue())));
    }

    /** This to an integer power; negative powers need a single term. */
    public Coefficient power(int exponent) {
        Coefficient base = exponent < 0 ? ONE.dividedBy(this) : this;
        Coefficient product = ONE;
        for (int count = Math.abs(exponent); count > 0; count--) {
            product = product.times(base);
        }
        return product;
    }

    public Coefficient negate() {
        return mapNumbers(ExactComplex::negate);
    }

    /** Complex conjugate; symbols and N are real. */
    public Coefficient conjugate() {
        return isReal() ? this : mapNumbers(ExactComplex::conjugate);
    }

    private Coefficient mapNumbers(UnaryOperator<ExactComplex> map) {
        NavigableMap<Monomial, ExactComplex> mapped = new TreeMap<>();
        terms.forEach((monomial, number) -> mapped.put(monomial, map.apply(number)));
        return new Coefficient(mapped);
    }

    private static void add(Map<Monomial, ExactComplex> sum, Monomial monomial, ExactComplex number) {
        sum.merge(monomial, number, (old, more) -> {
            ExactComplex total = old.plus(more);
            return total.isZero() ? null : total;
        });
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    public boolean isReal() {
        return terms.values().stream().allMatch(ExactComplex::isReal);
    }

    public boolean isSingleTerm() {
        return terms.size() == 1;
    }

    /** Number by monomial, in the order of monomials; never a zero number. */
    public SortedMap<Monomial, ExactComplex> terms() {
        return Collections.unmodifiableSortedMap(terms);
    }

    public NavigableSet<Symbol> symbols() {
        NavigableSet<Symbol> found = new TreeSet<>();
        terms.keySet().forEach(monomial -> found.addAll(monomial.exponents().keySet()));
        return found;
    }

    /** Twice the highest power of N, empty for zero. */
    public OptionalInt sizeOrder() {
        return terms.keySet().stream().mapToInt(Monomial::twiceSize).max();
    }

    /** The part of this with exactly the power twiceOrder/2 of N, that power included. */
    public Coefficient leading(int twiceOrder) {
        NavigableMap<Monomial, ExactComplex> part = new TreeMap<>(terms);
        part.keySet().removeIf(monomial -> monomial.twiceSize() != twiceOrder);
        return new Coefficient(part);
    }

    /**
     * This with a symbol replaced everywhere.
     *
     * @throws ArithmeticException when the symbol stands in a denominator and the replacement is not a single term
     */
    public Coefficient substitute(Symbol symbol, Coefficient replacement) {
        Coefficient sum = ZERO;
        for (Map.Entry<Monomial, ExactComplex> term : terms.entrySet()) {
            Coefficient rest = single(term.getKey().without(symbol), term.getValue());
            int exponent = term.getKey().exponent(symbol);
            sum = sum.plus(exponent == 0 ? rest : rest.times(replacement.power(exponent)));
        }
        return sum;
    }

    /** The partial derivative with respect to a symbol; other symbols count as independent of it. */
    public Coefficient derivative(Symbol symbol) {
        Coefficient sum = ZERO;
        for (Map.Entry<Monomial, ExactComplex> term : terms.entrySet()) {
            int exponent = term.getKey().exponent(symbol);
            if (exponent == 0) continue;
            Coefficient rest = single(term.getKey().without(symbol), term.getValue());
            sum = sum.plus(rest.times(exponent).times(of(symbol).power(exponent - 1)));
        }
        return sum;
    }

    /** Real part at the given values of the symbols and of the size. */
    public double evaluate(ToDoubleFunction<Symbol> values, double size) {
        double sum = 0;
        for (Map.Entry<Monomial, ExactComplex> term : terms.entrySet()) {
            Surd re = term.getValue().re();
            sum += re.isZero() ? 0 : re.doubleValue() * term.getKey().evaluate(values, size);
        }
        return sum;
    }

    /** Imaginary part at the given values of the symbols and of the size. */
    public double evaluateImaginary(ToDoubleFunction<Symbol> values, double size) {
        double sum = 0;
        for (Map.Entry<Monomial, ExactComplex> term : terms.entrySet()) {
            Surd im = term.getValue().im();
            sum += im.isZero() ? 0 : im.doubleValue() * term.getKey().evaluate(values, size);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Coefficient coefficient && terms.equals(coefficient.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** Terse text for messages; {@code algebra.text} prints for readers. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" + ");
        text.setEmptyValue("0");
        terms.forEach((monomial, number) ->
                text.add(monomial.equals(Monomial.ONE) ? number.toString() : "(" + number + ")*" + monomial));
        return text.toString();
    }
}
