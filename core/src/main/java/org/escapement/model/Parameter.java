package org.escapement.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number the user chooses.
 *
 * @param preset its value when none is given
 * @param unit in words or symbols, such as {@code kappa}
 * @param label mathematics for axes, LaTeX without dollar signs
 * @param meaning one phrase
 */
public record Parameter(
        String name, OptionalDouble preset, Optional<String> unit, Optional<String> label, Optional<String> meaning) {

    /** A parameter with a preset value and nothing else. */
    public static Parameter of(String name, double preset) {
        return new Parameter(name, OptionalDouble.of(preset), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A parameter that must be given. */
    public static Parameter of(String name) {
        return new Parameter(name, OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
