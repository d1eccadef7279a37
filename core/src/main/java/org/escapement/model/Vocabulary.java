package org.escapement.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
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

    private final String size;
    private final Map<String, Operator> letters = new LinkedHashMap<>();
    private final Map<String, Symbol> classical = new LinkedHashMap<>();
    private final Set<String> numbers = new TreeSet<>();
    private final Map<String, Expression> opaque = new ConcurrentSkipListMap<>();

    Vocabulary(String size) {
        this.size = size;
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

    /** The numbers the algebra knows by their text only. */
    Map<String, Expression> opaqueNumbers() {
        return Collections.unmodifiableMap(opaque);
    }

    /** Reads a parsed expression as an operator. */
    Operator operator(Expression e) {
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
                for (Expression factor : p.factors()) total = total.times(operator(factor));
                yield total;
            }
            case Power p -> operator(p.base()).power(wholePower(p));
            case Call c
            when c.function().equals("dagger") ->
                operator(c.arguments().getFirst()).adjoint();
            default -> throw new ModelException("'" + e.text() + "' is not an operator");
        };
    }

    private static int wholePower(Power p) {
        if (p.exponent() instanceof Literal l && isWhole(l.value()) && l.value().signum() >= 0) {
            int exponent = l.value().intValueExact();
            if (exponent <= MAX_POWER) return exponent;
        }
        throw new ModelException(
                "'" + p.text() + "': an operator can only be raised to a whole power from 0 to " + MAX_POWER);
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
                for (Expression factor : p.factors()) total = total.times(coefficient(factor));
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
        if (base.equals(Coefficient.sizePower(2)) && isWhole(twice))
            return Coefficient.sizePower(twice.intValueExact());
        if (!isWhole(l.value()) || l.value().abs().compareTo(BigDecimal.valueOf(MAX_POWER)) > 0) return opaque(p);
        int exponent = l.value().intValueExact();
        if (exponent >= 0) return base.power(exponent);
        if (base.isZero()) throw new ModelException("'" + p.text() + "' divides by zero");
        if (!base.isSingleTerm()) return opaque(p);
        return Coefficient.ONE.dividedBy(base.power(-exponent));
    }

    private Coefficient call(Call c) {
        if (c.function().equals("sqrt")) {
            Expression inside = c.arguments().getFirst();
            if (inside instanceof Literal l && l.value().signum() >= 0)
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
