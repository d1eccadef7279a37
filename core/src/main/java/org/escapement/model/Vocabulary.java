package org.escapement.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;

/**
 * The words of one model and what they mean to the algebra: letters of ensembles and modes, classical letters, the
 * size, and everything else as a number known by name. Numbers that are no polynomial (an exponential, a quotient by a
 * sum) enter the algebra as one opaque name, their printed text, and are remembered here.
 *
 * <p>Not thread-safe while a model is being built; afterwards only opaque names are added, from any thread, when
 * quantities are compiled. They change nothing: an opaque name is the text of the expression it stands for.
 */
final class Vocabulary {

    /** The imaginary unit, allowed in operator expressions only. */
    static final String IMAGINARY = "i";

    private static final int MAX_POWER = 32;

    /** Bounds that no physical model comes near; without them a short text could keep the algebra busy for years. */
    private static final int MAX_LETTERS = 16;

    private static final int MAX_TERM_PAIRS = 4_000;
    private static final int MAX_BITS = 4096;

    /** Square roots of larger whole numbers are not simplified. */
    private static final BigDecimal LARGEST_EXACT_ROOT = new BigDecimal("1e12");

    private final String size;
    private final Map<String, Operator> letters = new LinkedHashMap<>();
    private final Map<String, Symbol> classical = new LinkedHashMap<>();
    private final Set<String> numbers = new TreeSet<>();
    private final NavigableMap<String, Expression> opaque = new ConcurrentSkipListMap<>();

    Vocabulary(String size) {
        this.size = size;
    }

    /** An independent copy. */
    Vocabulary copy() {
        Vocabulary copy = new Vocabulary(size);
        copy.letters.putAll(letters);
        copy.classical.putAll(classical);
        copy.numbers.addAll(numbers);
        copy.opaque.putAll(opaque);
        return copy;
    }

    String size() {
        return size;
    }

    void declareNumber(String name) {
        refuseTaken(name);
        numbers.add(name);
    }

    void declare(SpinEnsemble e) {
        refuseTaken(e.name());
        letters.put(e.name() + ".x", e.x());
        letters.put(e.name() + ".y", e.y());
        letters.put(e.name() + ".z", e.z());
        letters.put(e.name() + ".plus", e.plus());
        letters.put(e.name() + ".minus", e.minus());
    }

    void declare(Mode m) {
        refuseTaken(m.name());
        letters.put(m.name() + ".a", m.a());
        letters.put(m.name() + ".adag", m.adag());
        letters.put(m.name() + ".n", m.n());
    }

    void declareOscillator(String name) {
        refuseTaken(name);
        classical.put(name + ".x", Oscillator.positionOf(name));
        classical.put(name + ".v", Oscillator.velocityOf(name));
    }

    private void refuseTaken(String name) {
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw new ModelException(
                    "'" + name + "' is not a usable name: begin with a letter, then letters, digits, _");
        }
        boolean reserved = Set.of(size, IMAGINARY, "t", "pi", "infinity", "if").contains(name)
                || org.escapement.expression.NumericFunction.names().contains(name);
        if (reserved) throw new ModelException("the name '" + name + "' is reserved");
        String prefix = name + ".";
        boolean taken = numbers.contains(name)
                || letters.keySet().stream().anyMatch(l -> l.startsWith(prefix))
                || classical.keySet().stream().anyMatch(l -> l.startsWith(prefix));
        if (taken) throw new ModelException("the name '" + name + "' is declared twice");
    }

    /** Names of numbers: parameters, definitions and the size. */
    Set<String> numberWords() {
        Set<String> words = new TreeSet<>(numbers);
        words.add(size);
        return words;
    }

    /** Numbers, the letters of classical oscillators and time. */
    Set<String> rateWords() {
        Set<String> words = numberWords();
        words.addAll(classical.keySet());
        words.add("t");
        return words;
    }

    /** Everything an operator expression may contain. */
    Set<String> operatorWords() {
        Set<String> words = rateWords();
        words.addAll(letters.keySet());
        words.add(IMAGINARY);
        return words;
    }

    /** What an opaque number stands for. */
    Optional<Expression> opaque(String text) {
        return Optional.ofNullable(opaque.get(text));
    }

    /** The numbers the algebra knows by their text only. */
    Map<String, Expression> opaqueNumbers() {
        return Collections.unmodifiableMap(opaque);
    }

    /** Reads a parsed expression as an operator. */
    Operator operator(Expression e) {
        if (e instanceof Call c && c.function().equals("dagger")) return dagger(c);
        if (!hasLetters(e)) return Operator.of(coefficient(e));
        return switch (e) {
            case Expression.Symbol s -> letters.get(s.name());
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
        return o.terms().values().stream().mapToLong(Vocabulary::termsOf).sum();
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
        if (e instanceof Expression.Symbol s) return letters.containsKey(s.name());
        return e.children().stream().anyMatch(this::hasLetters);
    }

    /** Reads a parsed expression without operators as a coefficient. */
    Coefficient coefficient(Expression e) {
        return switch (e) {
            case Literal l -> Coefficient.of(Surd.ofDecimal(l.value()));
            case Expression.Symbol s -> symbol(s.name());
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
            default -> opaque(e);
        };
    }

    private Coefficient symbol(String name) {
        if (name.equals(size)) return Coefficient.sizePower(2);
        if (name.equals(IMAGINARY)) return Coefficient.of(ExactComplex.I);
        Symbol letter = classical.get(name);
        if (letter != null) return Coefficient.of(letter);
        Symbol.Kind kind = name.equals("t") ? Symbol.Kind.CLASSICAL : Symbol.Kind.PARAMETER;
        return Coefficient.of(new Symbol(name, kind));
    }

    private Coefficient power(Power p) {
        if (!(p.exponent() instanceof Literal l)) return opaque(p);
        Coefficient base = coefficient(p.base());
        BigDecimal twice = l.value().multiply(BigDecimal.TWO);
        boolean moderate = l.value().abs().compareTo(BigDecimal.valueOf(MAX_POWER)) <= 0;
        if (base.equals(Coefficient.sizePower(2)) && isWhole(twice) && moderate)
            return Coefficient.sizePower(twice.intValueExact());
        if (!isWhole(l.value()) || !moderate) return opaque(p);
        int exponent = l.value().intValueExact();
        if (exponent < 0 && base.isZero()) {
            throw new ModelException("division by zero: '" + p.base().text() + "' vanishes");
        }
        if (exponent < 0 && !base.isSingleTerm()) return opaque(p);
        Coefficient product = Coefficient.ONE;
        for (int count = 0; count < Math.abs(exponent); count++) product = times(product, base);
        return exponent < 0 ? reciprocal(product, p) : product;
    }

    /** One over a single term; a sum of square roots such as 1 + sqrt(2) cannot be inverted exactly. */
    private Coefficient reciprocal(Coefficient c, Power p) {
        try {
            return Coefficient.ONE.dividedBy(c);
        } catch (ArithmeticException e) {
            return opaque(p);
        }
    }

    private Coefficient call(Call c) {
        if (c.function().equals("sqrt")) {
            Expression inside = c.arguments().getFirst();
            if (inside instanceof Literal l && isSmallFraction(l.value()))
                return Coefficient.of(Surd.sqrt(Rational.ofDecimal(l.value())));
            if (inside instanceof Expression.Symbol s && s.name().equals(size)) return Coefficient.sizePower(1);
        }
        return opaque(c);
    }

    private Coefficient opaque(Expression e) {
        Set<String> names = e.symbols();
        if (names.contains(IMAGINARY)) {
            throw new ModelException(
                    "'" + e.text() + "': the imaginary unit cannot stand inside a function or quotient");
        }
        String text = e.text();
        opaque.put(text, e);
        boolean moving = names.contains("t") || names.stream().anyMatch(classical::containsKey);
        return Coefficient.of(new Symbol(text, moving ? Symbol.Kind.CLASSICAL : Symbol.Kind.PARAMETER));
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

    /** Names of the letters an author may write, for messages. */
    List<String> letterWords() {
        List<String> words = new ArrayList<>(letters.keySet());
        words.addAll(classical.keySet());
        return words;
    }
}
