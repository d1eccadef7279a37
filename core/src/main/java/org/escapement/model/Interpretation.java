package org.escapement.model;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;

/**
 * Gives parsed expressions their meaning in the algebra: operators and coefficients multiplied out exactly, within
 * bounds of length. As thread-safe as its {@link Vocabulary}.
 */
final class Interpretation {

    private static final int MAX_POWER = 32;

    /** Bounds that no physical model comes near; without them a short text could keep the algebra busy for years. */
    private static final int MAX_LETTERS = 16;

    private static final int MAX_TERM_PAIRS = 4_000;
    private static final int MAX_BITS = 4096;

    /** Square roots of larger whole numbers are not simplified. */
    private static final BigDecimal LARGEST_EXACT_ROOT = new BigDecimal("1e12");

    private final Vocabulary words;

    Interpretation(Vocabulary words) {
        this.words = words;
    }

    /** Reads a parsed expression as an operator. */
    Operator operator(Expression e) {
        if (e instanceof Call c && c.function().equals("dagger")) return dagger(c);
        if (!hasLetters(e)) return Operator.of(coefficient(e));
        return switch (e) {
            case Expression.Symbol s -> words.letter(s.name()).orElseThrow();
            case Sum s -> {
                Operator total = Operator.zero();
                for (Expression term : s.terms()) total = total.plus(operator(term));
                yield total;
            }
            case Product p -> {
                Operator total = Operator.identity();
                for (Expression factor : p.factors()) total = times(total, operator(factor));
                yield total;
            }
            case Power p -> power(operator(p.base()), wholePower(p));
            case Call c ->
                throw new ModelException(
                        "'" + e.text() + "' is a function of an operator; only polynomials of letters are used here");
            default -> throw new ModelException("'" + e.text() + "' is not an operator");
        };
    }

    private Operator dagger(Call c) {
        if (c.arguments().size() != 1) {
            throw new ModelException(
                    "dagger takes 1 argument, not " + c.arguments().size());
        }
        return operator(c.arguments().getFirst()).adjoint();
    }

    private static Operator power(Operator base, int exponent) {
        Operator product = Operator.identity();
        for (int count = 0; count < exponent; count++) product = times(product, base);
        return product;
    }

    private static Operator times(Operator a, Operator b) {
        if (a.degree() + b.degree() > MAX_LETTERS) {
            throw new ModelException("a product of more than " + MAX_LETTERS + " letters is not used here");
        }
        long pairs = termsOf(a) * termsOf(b);
        if (pairs > MAX_TERM_PAIRS) throw tooLong();
        return a.times(b);
    }

    private static Coefficient times(Coefficient a, Coefficient b) {
        if (termsOf(a) * termsOf(b) > MAX_TERM_PAIRS) throw tooLong();
        Coefficient product = a.times(b);
        boolean large = product.terms().values().stream()
                .flatMap(n -> Stream.of(n.re(), n.im()))
                .flatMap(s -> s.terms().values().stream())
                .anyMatch(
                        r -> Math.max(r.numerator().bitLength(), r.denominator().bitLength()) > MAX_BITS);
        if (large) throw new ModelException("a number with more than " + MAX_BITS + " binary digits");
        return product;
    }

    private static ModelException tooLong() {
        return new ModelException("multiplied out this has more than " + MAX_TERM_PAIRS
                + " terms; give parts of it a name with 'let', or write it as a product of fewer sums");
    }

    private static long termsOf(Operator o) {
        return o.terms().values().stream().mapToLong(Interpretation::termsOf).sum();
    }

    private static long termsOf(Coefficient c) {
        return c.terms().values().stream()
                .mapToLong(n -> n.re().terms().size() + n.im().terms().size())
                .sum();
    }

    private static int wholePower(Power p) {
        if (p.exponent() instanceof Literal l && l.value().signum() < 0) {
            throw new ModelException("'" + p.text() + "': an operator cannot stand in a denominator");
        }
        if (p.exponent() instanceof Literal l
                && isWhole(l.value())
                && l.value().signum() >= 0
                && l.value().compareTo(BigDecimal.valueOf(MAX_LETTERS)) <= 0) {
            return l.value().intValueExact();
        }
        throw new ModelException(
                "'" + p.text() + "': an operator can only be raised to a whole power from 0 to " + MAX_LETTERS);
    }

    private boolean hasLetters(Expression e) {
        if (e instanceof Expression.Symbol s) return words.letter(s.name()).isPresent();
        return e.children().stream().anyMatch(this::hasLetters);
    }

    /** Reads a parsed expression without operators as a coefficient. */
    Coefficient coefficient(Expression e) {
        return switch (e) {
            case Literal l -> Coefficient.of(Surd.ofDecimal(l.value()));
            case Expression.Symbol s -> words.symbol(s.name());
            case Sum s -> {
                Coefficient total = Coefficient.ZERO;
                for (Expression term : s.terms()) total = total.plus(coefficient(term));
                yield total;
            }
            case Product p -> {
                Coefficient total = Coefficient.ONE;
                for (Expression factor : p.factors()) total = times(total, coefficient(factor));
                yield total;
            }
            case Power p -> power(p);
            case Call c -> call(c);
            default -> words.opaque(e);
        };
    }

    private Coefficient power(Power p) {
        if (!(p.exponent() instanceof Literal l)) return words.opaque(p);
        Coefficient base = coefficient(p.base());
        BigDecimal twice = l.value().multiply(BigDecimal.TWO);
        boolean moderate = l.value().abs().compareTo(BigDecimal.valueOf(MAX_POWER)) <= 0;
        if (base.equals(Coefficient.sizePower(2)) && isWhole(twice) && moderate)
            return Coefficient.sizePower(twice.intValueExact());
        if (!isWhole(l.value()) || !moderate) return words.opaque(p);
        int exponent = l.value().intValueExact();
        if (exponent < 0 && base.isZero()) {
            throw new ModelException("division by zero: '" + p.base().text() + "' vanishes");
        }
        if (exponent < 0 && !base.isSingleTerm()) return words.opaque(p);
        Coefficient product = Coefficient.ONE;
        for (int count = 0; count < Math.abs(exponent); count++) product = times(product, base);
        return exponent < 0 ? reciprocal(product, p) : product;
    }

    /** One over a single term; a sum of square roots such as 1 + sqrt(2) cannot be inverted exactly. */
    private Coefficient reciprocal(Coefficient c, Power p) {
        try {
            return Coefficient.ONE.dividedBy(c);
        } catch (ArithmeticException e) {
            return words.opaque(p);
        }
    }

    private Coefficient call(Call c) {
        if (c.function().equals("sqrt")) {
            Expression inside = c.arguments().getFirst();
            if (inside instanceof Literal l && isSmallFraction(l.value()))
                return Coefficient.of(Surd.sqrt(Rational.ofDecimal(l.value())));
            if (inside instanceof Expression.Symbol s && s.name().equals(words.size())) return Coefficient.sizePower(1);
        }
        return words.opaque(c);
    }

    private static boolean isSmallFraction(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(LARGEST_EXACT_ROOT) <= 0
                && new BigDecimal(value.unscaledValue()).compareTo(LARGEST_EXACT_ROOT) <= 0
                && value.scale() <= 12;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
