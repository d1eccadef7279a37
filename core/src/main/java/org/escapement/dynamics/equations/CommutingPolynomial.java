package org.escapement.dynamics.equations;

import java.math.BigDecimal;
import java.util.ArrayList;
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

    private CommutingPolynomial(Function<Symbol, Expression> meaning) {
        this.meaning = meaning;
    }

    /**
     * The real part of a polynomial without powers of N.
     *
     * @param meaning the expression a symbol stands for, usually the symbol itself
     */
    public static Expression expression(Coefficient polynomial, Function<Symbol, Expression> meaning) {
        return new CommutingPolynomial(meaning).convert(polynomial);
    }

    private Expression convert(Coefficient polynomial) {
        List<Expression> terms = new ArrayList<>();
        for (Map.Entry<Monomial, ExactComplex> term : polynomial.terms().entrySet()) {
            Expression symbols = symbols(term.getKey());
            for (Map.Entry<java.math.BigInteger, Rational> part :
                    term.getValue().re().terms().entrySet()) {
                terms.add(number(part.getKey(), part.getValue()).times(symbols));
            }
        }
        return Expression.sum(terms);
    }

    /** An exact real number as an expression. */
    public static Expression number(Surd exact) {
        List<Expression> parts = new ArrayList<>();
        exact.terms().forEach((radicand, factor) -> parts.add(number(radicand, factor)));
        return Expression.sum(parts);
    }

    private static Expression number(java.math.BigInteger radicand, Rational factor) {
        Expression top = new Expression.Literal(new BigDecimal(factor.numerator()));
        Expression fraction = factor.denominator().equals(java.math.BigInteger.ONE)
                ? top
                : top.over(new Expression.Literal(new BigDecimal(factor.denominator())));
        if (radicand.equals(java.math.BigInteger.ONE)) return fraction;
        return fraction.times(Expression.call("sqrt", new Expression.Literal(new BigDecimal(radicand))));
    }

    private Expression symbols(Monomial monomial) {
        // Given numbers before what evolves, as one would write by hand.
        List<Expression> given = new ArrayList<>();
        List<Expression> evolving = new ArrayList<>();
        monomial.exponents().forEach((symbol, exponent) -> {
            Expression e = meaning.apply(symbol).power(Expression.of(exponent));
            (symbol.kind() == Symbol.Kind.PARAMETER ? given : evolving).add(e);
        });
        given.addAll(evolving);
        return Expression.product(given);
    }
}
