package org.escapement.dynamics.equations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;
import org.escapement.expression.Expression;

/** Turns exact polynomials of commuting symbols into expressions. */
public final class CommutingPolynomial {

    private final Function<Symbol, Expression> meaning;
    private final Comparator<Symbol> order;

    private CommutingPolynomial(Function<Symbol, Expression> meaning, Comparator<Symbol> order) {
        this.meaning = meaning;
        this.order = order;
    }

    /**
     * The real part of a polynomial without powers of N.
     *
     * @param meaning the expression a symbol stands for, usually the symbol itself
     * @param order of the evolving symbols: terms are sorted by it, and so are the factors of a term. Equations of
     *     equivalent parts written in equivalent orders are evaluated with the same rounding, so that symmetric states
     *     stay symmetric to the last bit.
     */
    public static Expression expression(
            Coefficient polynomial, Function<Symbol, Expression> meaning, Comparator<Symbol> order) {
        return new CommutingPolynomial(meaning, order).convert(polynomial);
    }

    private Expression convert(Coefficient polynomial) {
        List<Map.Entry<Monomial, ExactComplex>> sorted =
                new ArrayList<>(polynomial.terms().entrySet());
        sorted.sort((a, b) -> compare(evolving(a.getKey()), evolving(b.getKey())));
        List<Expression> terms = new ArrayList<>();
        for (Map.Entry<Monomial, ExactComplex> term : sorted) {
            Expression symbols = symbols(term.getKey());
            for (Map.Entry<BigInteger, Rational> part :
                    term.getValue().re().terms().entrySet()) {
                terms.add(number(part.getKey(), part.getValue()).times(symbols));
            }
        }
        return Expression.sum(terms);
    }

    /** The evolving symbols of a monomial in order, each as often as its exponent says. */
    private List<Symbol> evolving(Monomial monomial) {
        List<Symbol> symbols = new ArrayList<>();
        monomial.exponents().forEach((symbol, exponent) -> {
            if (symbol.kind() == Symbol.Kind.CLASSICAL) symbols.addAll(Collections.nCopies(Math.abs(exponent), symbol));
        });
        symbols.sort(order);
        return symbols;
    }

    /** Shorter words first, then letter by letter. */
    private int compare(List<Symbol> a, List<Symbol> b) {
        for (int k = 0; k < Math.min(a.size(), b.size()); k++) {
            int c = order.compare(a.get(k), b.get(k));
            if (a.size() == b.size() && c != 0) return c;
        }
        return Integer.compare(a.size(), b.size());
    }

    /** An exact real number as an expression. */
    public static Expression number(Surd exact) {
        List<Expression> parts = new ArrayList<>();
        exact.terms().forEach((radicand, factor) -> parts.add(number(radicand, factor)));
        return Expression.sum(parts);
    }

    private static Expression number(BigInteger radicand, Rational factor) {
        Expression top = new Expression.Literal(new BigDecimal(factor.numerator()));
        Expression fraction = factor.denominator().equals(BigInteger.ONE)
                ? top
                : top.over(new Expression.Literal(new BigDecimal(factor.denominator())));
        if (radicand.equals(BigInteger.ONE)) return fraction;
        return fraction.times(Expression.call("sqrt", new Expression.Literal(new BigDecimal(radicand))));
    }

    private Expression symbols(Monomial monomial) {
        // Given numbers before what evolves, as one would write by hand.
        List<Expression> factors = new ArrayList<>();
        monomial.exponents().forEach((symbol, exponent) -> {
            if (symbol.kind() == Symbol.Kind.PARAMETER) factors.add(power(symbol, exponent));
        });
        evolving(monomial).stream().distinct().forEach(symbol -> factors.add(power(symbol, monomial.exponent(symbol))));
        return Expression.product(factors);
    }

    private Expression power(Symbol symbol, int exponent) {
        return meaning.apply(symbol).power(Expression.of(exponent));
    }
}
