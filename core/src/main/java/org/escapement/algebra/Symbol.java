package org.escapement.algebra;

import java.util.Comparator;

/**
 * A commuting real number that the algebra knows by name only: a parameter ({@code kappa}), an opaque numeric
 * expression named by its printed text ({@code exp(-b)}), or a letter of a classical variable ({@code mirror.X}).
 * Its value and unit live elsewhere.
 *
 * @param name not blank; two symbols are the same exactly when name and kind are
 * @param kind whether the number is given or evolves
 */
public record Symbol(String name, Kind kind) implements Comparable<Symbol> {

    /** Whether a symbol is a given number or a classical variable that evolves with the system. */
    public enum Kind {
        PARAMETER,
        CLASSICAL
    }

    private static final Comparator<Symbol> ORDER =
            Comparator.comparing(Symbol::name).thenComparing(Symbol::kind);

    public Symbol {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A symbol needs a name");
        }
    }

    public static Symbol parameter(String name) {
        return new Symbol(name, Kind.PARAMETER);
    }

    public static Symbol classical(String name) {
        return new Symbol(name, Kind.CLASSICAL);
    }

    @Override
    public int compareTo(Symbol other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
