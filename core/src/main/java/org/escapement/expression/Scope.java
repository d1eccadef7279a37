package org.escapement.expression;

import java.util.Collection;
import java.util.List;

/**
 * Which words an expression may use. The parser asks it for every word, so that a message can point at the place.
 *
 * @param symbols names that stand for numbers or letters
 * @param functionals functions beyond {@link NumericFunction}, such as {@code heat} or {@code integral}
 * @param expectations whether {@code <...>} is allowed
 * @param elsewhere words that mean something in other places but cannot stand here
 */
public record Scope(
        Collection<String> symbols,
        Collection<String> functionals,
        boolean expectations,
        Collection<String> elsewhere) {

    /** Without words that are known elsewhere. */
    public Scope(Collection<String> symbols, Collection<String> functionals, boolean expectations) {
        this(symbols, functionals, expectations, List.of());
    }

    /** Numbers only: the named symbols, the numeric functions and constants. */
    public static Scope numbers(Collection<String> symbols) {
        return new Scope(symbols, List.of(), false);
    }

    /** The same with words that are valid in other places, for messages. */
    public Scope butNot(Collection<String> words) {
        return new Scope(symbols, functionals, expectations, words);
    }
}
