package org.escapement.model;

import org.escapement.algebra.Operator;

/**
 * A labelled part of the Hamiltonian.
 *
 * @param role whether the term belongs to the system or is a drive, whose power is work
 */
public record HamiltonianTerm(String name, Operator operator, Role role) {

    /** What a term stands for in the energy balance. */
    public enum Role {
        SYSTEM,
        DRIVE
    }
}
