package org.escapement.data;

import java.util.List;

/**
 * A quantity given on some of the axes of a schema.
 *
 * @param name column and array name
 * @param axes names of its axes, slowest varying first
 * @param unit unit as text, {@code "1"} or empty when it has none
 * @param longName a phrase for humans
 * @param label text with LaTeX-like mathematics for figures, for example {@code $\langle m_z^2\rangle$}
 */
public record Variable(String name, List<String> axes, String unit, String longName, String label) {
    public Variable {
        Names.check("variable", name);
        axes = List.copyOf(axes);
    }

    /** A variable without unit, labelled by its own name. */
    public static Variable of(String name, String... axes) {
        return new Variable(name, List.of(axes), "", name, name);
    }
}
