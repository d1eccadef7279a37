package org.escapement.model;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Operator;

/**
 * An ensemble of identical two-level atoms that enters through its collective spin. The letters speak the author's
 * convention: {@code x()} is the transverse factor times Jx.
 *
 * @param name a word such as {@code A}
 * @param atoms number of atoms, proportional to the size N for the levels that take N to infinity
 * @param convention normalisation of the letters
 * @param scale what a letter's mean is divided by to give the mean-field variable; usually the number of atoms
 */
public record SpinEnsemble(String name, Coefficient atoms, SpinConvention convention, Coefficient scale) {

    /** An ensemble whose mean-field variables are letters per atom. */
    public static SpinEnsemble of(String name, Coefficient atoms, SpinConvention convention) {
        return new SpinEnsemble(name, atoms, convention, atoms);
    }

    /** The same ensemble with another mean-field normalisation. */
    public SpinEnsemble scaledBy(Coefficient newScale) {
        return new SpinEnsemble(name, atoms, convention, newScale);
    }

    /** The collective spin of the algebra. */
    public CollectiveSpin spin() {
        return new CollectiveSpin(name);
    }

    public Operator x() {
        return Operator.x(spin()).times(Coefficient.of(convention.transverse()));
    }

    public Operator y() {
        return Operator.y(spin()).times(Coefficient.of(convention.transverse()));
    }

    public Operator z() {
        return Operator.z(spin()).times(Coefficient.of(convention.longitudinal()));
    }

    /** x + i y. */
    public Operator plus() {
        return Operator.raising(spin()).times(Coefficient.of(convention.transverse()));
    }

    /** x - i y. */
    public Operator minus() {
        return Operator.lowering(spin()).times(Coefficient.of(convention.transverse()));
    }
}
