package org.escapement.model;

import java.util.Map;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;

/**
 * What a model file describes: named numbers and the physics they belong to. Two kinds: {@link OpenSystem}, spins, modes
 * and classical oscillators with a master equation, and harmonic networks, oscillators in baths with memory. This is
 * what both have in common, so that parameters, sweeps and claims are the same for both. Implementations are immutable
 * and safe to share between threads.
 */
public interface Model {

    String name();

    /** A few sentences about the model, or empty. */
    String about();

    /** Numbers the user chooses. */
    Map<String, Parameter> parameters();

    /** Numbers defined by {@code let}, in the order of definition. */
    Map<String, Expression> definitions();

    /** What a defined number stands for; empty for parameters and the size. */
    default Optional<Expression> definition(String number) {
        return Optional.ofNullable(definitions().get(number));
    }

    /** The words a number may use: parameters, definitions, the size. */
    Scope numberScope();

    /** Symbol of the size that large-N levels take to infinity; empty for a model without one. */
    default String size() {
        return "";
    }

    /** Whether the definition of a number leads to the size. */
    default boolean dependsOnSize(String number) {
        return false;
    }

    /** Named initial states. */
    default Map<String, InitialState> states() {
        return Map.of();
    }

    /** Named quantities of the state. */
    default Map<String, NamedQuantity> quantities() {
        return Map.of();
    }

    /** Named numbers known in closed form. */
    default Map<String, ClosedForm> closedForms() {
        return Map.of();
    }

    /** Named numbers defined by an equation. */
    default Map<String, Threshold> thresholds() {
        return Map.of();
    }

    /** SHA-256 of everything that has physical meaning, as hexadecimal digits. */
    String digest();
}
