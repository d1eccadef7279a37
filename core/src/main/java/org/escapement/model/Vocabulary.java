package org.escapement.model;

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
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;

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

    /** Functionals a quantity may use beside ordinary functions. */
    private static final List<String> FUNCTIONALS = List.of(
            "heat",
            "work",
            "drive_work",
            "switching_work",
            "energy",
            "entropy_flux",
            "entropy",
            "entropy_rate",
            "purity",
            "quantity",
            "integral",
            "start",
            "change",
            "angle",
            "dagger");

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

    /** What a number may be written with. */
    Scope numberScope() {
        return Scope.numbers(numberWords()).butNot(operatorWords());
    }

    /** What a rate may be written with: numbers, classical letters and time. */
    Scope rateScope() {
        return Scope.numbers(rateWords()).butNot(operatorWords());
    }

    /** What an operator may be written with. */
    Scope operatorScope() {
        return new Scope(operatorWords(), List.of("dagger"), false);
    }

    /** What a quantity of the state may be written with. */
    Scope quantityScope() {
        return new Scope(operatorWords(), FUNCTIONALS, true);
    }

    /** What an opaque number stands for. */
    Optional<Expression> opaque(String text) {
        return Optional.ofNullable(opaque.get(text));
    }

    /** The numbers the algebra knows by their text only. */
    Map<String, Expression> opaqueNumbers() {
        return Collections.unmodifiableMap(opaque);
    }

    /** An operator letter such as {@code A.x}. */
    Optional<Operator> letter(String name) {
        return Optional.ofNullable(letters.get(name));
    }

    /** A number, a classical letter or the size as a coefficient. */
    Coefficient symbol(String name) {
        if (name.equals(size)) return Coefficient.sizePower(2);
        if (name.equals(IMAGINARY)) return Coefficient.of(ExactComplex.I);
        Symbol letter = classical.get(name);
        if (letter != null) return Coefficient.of(letter);
        Symbol.Kind kind = name.equals("t") ? Symbol.Kind.CLASSICAL : Symbol.Kind.PARAMETER;
        return Coefficient.of(new Symbol(name, kind));
    }

    /** A number that is no polynomial, known to the algebra by its text. */
    Coefficient opaque(Expression e) {
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

    /** Names of the letters an author may write, for messages. */
    List<String> letterWords() {
        List<String> words = new ArrayList<>(letters.keySet());
        words.addAll(classical.keySet());
        return words;
    }
}
