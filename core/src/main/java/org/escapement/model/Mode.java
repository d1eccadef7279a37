package org.escapement.model;

import org.escapement.algebra.BosonMode;
import org.escapement.algebra.Operator;

/**
 * A bosonic mode with [a, a†] = 1; its mean-field variable is the amplitude ⟨a⟩/√N.
 *
 * @param name a word such as {@code cavity}
 */
public record Mode(String name) {

    public BosonMode boson() {
        return new BosonMode(name);
    }

    public Operator a() {
        return Operator.annihilation(boson());
    }

    public Operator adag() {
        return Operator.creation(boson());
    }

    public Operator n() {
        return Operator.number(boson());
    }
}
