package org.escapement.model;

import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;

/**
 * A jump operator L with its rate r outside: r (L ρ L† - {L†L, ρ}/2), or the sum of that over single atoms.
 *
 * @param name a label such as {@code loss A}
 * @param operator L; for individual jumps linear in the letters of one ensemble, read as the same combination of
 *     single-atom letters
 * @param rate r, not negative [rate]
 * @param bath the bath that takes the quantum
 * @param quantum energy handed to the bath in each jump [energy]; negative when it is taken from the bath
 * @param scope acting on the ensemble as a whole or on each atom separately
 */
public record JumpOperator(
        String name, Operator operator, Coefficient rate, String bath, Coefficient quantum, Scope scope) {

    /** Collective: one jump operator; individual: one for each atom. */
    public enum Scope {
        COLLECTIVE,
        INDIVIDUAL
    }
}
