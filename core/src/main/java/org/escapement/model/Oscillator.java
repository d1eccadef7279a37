package org.escapement.model;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;

/**
 * A classical oscillator: position x and velocity v are commuting letters, x' = v and v' = ⟨acceleration⟩, where the
 * acceleration may contain quantum operators (their mean drives it) and x, v themselves.
 *
 * @param name a word such as {@code mirror}
 * @param acceleration force law per mass
 */
public record Oscillator(String name, Operator acceleration) {

    /** The position as a commuting letter. */
    public static Symbol positionOf(String name) {
        return new Symbol(name + ".x", Symbol.Kind.CLASSICAL);
    }

    /** The velocity as a commuting letter. */
    public static Symbol velocityOf(String name) {
        return new Symbol(name + ".v", Symbol.Kind.CLASSICAL);
    }

    public Operator position() {
        return Operator.of(Coefficient.of(positionOf(name)));
    }

    public Operator velocity() {
        return Operator.of(Coefficient.of(velocityOf(name)));
    }
}
