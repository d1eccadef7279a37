package org.escapement.expression;

import java.util.Collection;
import java.util.List;

/**
 * Which words an expression may use. The parser asks it for every word, so that a message can point at the place.
 *
 * @param symbols names that stand for numbers or letters
 * @param functionals functions beyond {@link NumericFunction}, such as {@code heat} or {@code integral}
 * @param expectations whether {@code <...>} is allowed
 */
public record Scope(Collection<String> symbols, Collection<String> functionals, boolean expectations) {

    /** Numbers only: the named symbols, the numeric functions and constants. */
    public static Scope numbers(Collection<String> symbols) {
        return new Scope(symbols, List.of(), false);
    }
}
