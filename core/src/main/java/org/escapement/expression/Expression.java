package org.escapement.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A mathematical expression as an immutable tree. Products keep the order in which they were written, so that a tree
 * whose leaves are operators is faithful too.
 *
 * <p>Values are shared freely between threads. Equality is structural (same tree), not mathematical.
 */
public sealed interface Expression {

    /** The number zero. */
    Expression ZERO = new Literal(BigDecimal.ZERO);

    /** The number one. */
    Expression ONE = new Literal(BigDecimal.ONE);

    /** A decimal number exactly as written. */
    record Literal(BigDecimal value) implements Expression {
        public Literal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** A name: a parameter, a defined number, a variable or, dotted, a letter such as {@code A.x}. */
    record Symbol(String name) implements Expression {}

    /** A quoted text argument, such as the name of a bath. */
    record Text(String value) implements Expression {}

    /** A sum of at least two terms. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** An ordered product of at least two factors. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** {@code base^exponent}; a quotient is a product with exponent -1. */
    record Power(Expression base, Expression exponent) implements Expression {}

    /** A function or functional applied to arguments. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A comparison, 1 when it holds and 0 otherwise. */
    record Comparison(String relation, Expression left, Expression right) implements Expression {}

    /** The expectation value {@code <body>} of an operator expression. */
    record Expectation(Expression body) implements Expression {}

    /** The literal of a double; exact, because every finite double is a finite decimal. */
    static Expression of(double value) {
        return new Literal(BigDecimal.valueOf(value));
    }

    static Expression of(long value) {
        return new Literal(BigDecimal.valueOf(value));
    }

    static Expression symbol(String name) {
        return new Symbol(name);
    }

    static Expression call(String function, Expression... arguments) {
        return new Call(function, Arrays.asList(arguments));
    }

    /** Sum with zeros dropped, nested sums flattened and literals gathered. */
    static Expression sum(List<Expression> terms) {
        List<Expression> kept = new ArrayList<>();
        BigDecimal number = BigDecimal.ZERO;
        for (Expression term : terms) {
            List<Expression> parts = term instanceof Sum s ? s.terms() : List.of(term);
            for (Expression part : parts) {
                if (part instanceof Literal l) number = number.add(l.value());
                else kept.add(part);
            }
        }
        if (number.signum() != 0) kept.add(new Literal(number));
        return kept.isEmpty() ? ZERO : kept.size() == 1 ? kept.getFirst() : new Sum(kept);
    }

    /** Product with ones dropped, nested products flattened, literals gathered in front and zero absorbing. */
    static Expression product(List<Expression> factors) {
        List<Expression> kept = new ArrayList<>();
        BigDecimal number = BigDecimal.ONE;
        for (Expression factor : factors) {
            List<Expression> parts = factor instanceof Product p ? p.factors() : List.of(factor);
            for (Expression part : parts) {
                if (part instanceof Literal l) number = number.multiply(l.value());
                else kept.add(part);
            }
        }
        if (number.signum() == 0) return ZERO;
        if (number.compareTo(BigDecimal.ONE) != 0 || kept.isEmpty()) kept.addFirst(new Literal(number));
        return kept.size() == 1 ? kept.getFirst() : new Product(kept);
    }

    default Expression plus(Expression other) {
        return sum(List.of(this, other));
    }

    default Expression minus(Expression other) {
        return plus(other.negate());
    }

    default Expression times(Expression other) {
        return product(List.of(this, other));
    }

    default Expression over(Expression other) {
        return times(other.power(of(-1)));
    }

    default Expression negate() {
        return of(-1).times(this);
    }

    default Expression power(Expression exponent) {
        if (exponent.equals(ONE)) return this;
        if (exponent.equals(ZERO)) return ONE;
        if (this.equals(ONE)) return ONE;
        if (isZero() && exponent instanceof Literal l && l.value().signum() > 0) return ZERO;
        return new Power(this, exponent);
    }

    default boolean isZero() {
        return this instanceof Literal l && l.value().signum() == 0;
    }

    /** Direct parts of this node, left to right. */
    default List<Expression> children() {
        return switch (this) {
            case Literal l -> List.of();
            case Symbol s -> List.of();
            case Text t -> List.of();
            case Sum s -> s.terms();
            case Product p -> p.factors();
            case Power p -> List.of(p.base(), p.exponent());
            case Call c -> c.arguments();
            case Comparison c -> List.of(c.left(), c.right());
            case Expectation e -> List.of(e.body());
        };
    }

    /** This node with each direct part replaced, simplified. */
    default Expression mapChildren(UnaryOperator<Expression> change) {
        return switch (this) {
            case Literal l -> l;
            case Symbol s -> s;
            case Text t -> t;
            case Sum s -> sum(s.terms().stream().map(change).toList());
            case Product p -> product(p.factors().stream().map(change).toList());
            case Power p -> change.apply(p.base()).power(change.apply(p.exponent()));
            case Call c ->
                new Call(c.function(), c.arguments().stream().map(change).toList());
            case Comparison c -> new Comparison(c.relation(), change.apply(c.left()), change.apply(c.right()));
            case Expectation e -> new Expectation(change.apply(e.body()));
        };
    }

    /** Replaces symbols; the function returns the symbol itself where nothing is to be replaced. */
    default Expression substitute(java.util.function.Function<Symbol, Expression> replacement) {
        if (this instanceof Symbol s) return Objects.requireNonNull(replacement.apply(s));
        return mapChildren(child -> child.substitute(replacement));
    }

    /** Names of all symbols, in order of appearance. */
    default Set<String> symbols() {
        Set<String> names = new LinkedHashSet<>();
        collectSymbols(names);
        return names;
    }

    private void collectSymbols(Set<String> names) {
        if (this instanceof Symbol s) names.add(s.name());
        for (Expression child : children()) child.collectSymbols(names);
    }

    /** Re-readable plain text. */
    default String text() {
        return ExpressionPrinter.plain().print(this);
    }
}
