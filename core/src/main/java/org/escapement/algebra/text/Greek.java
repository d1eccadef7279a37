package org.escapement.algebra.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Greek letter by its English name; capitals that look Latin are left out, as in LaTeX. */
record Greek(String name, String unicode) {

    private static final String TABLE = "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ "
            + "lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω "
            + "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω";

    private static final List<Greek> LETTERS = Stream.of(TABLE.split("(?<=\\P{ASCII}) "))
            .map(entry -> entry.split(" "))
            .map(entry -> new Greek(entry[0], entry[1]))
            .sorted(Comparator.comparing((Greek letter) -> -letter.name().length()))
            .toList();

    static Optional<Greek> named(String text) {
        return LETTERS.stream().filter(letter -> letter.name().equals(text)).findFirst();
    }

    /** The longest name that the text starts with. */
    static Optional<Greek> startOf(String text) {
        return LETTERS.stream().filter(letter -> text.startsWith(letter.name())).findFirst();
    }

    String typeset(Style style) {
        return switch (style) {
            case PLAIN -> name;
            case UNICODE -> unicode;
            case LATEX -> "\\" + name;
        };
    }
}
