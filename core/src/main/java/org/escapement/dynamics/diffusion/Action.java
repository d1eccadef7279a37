package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Letter;

/**
 * A letter acting on density matrices of collective spins: the commutator ad_a = [J_a, ·] or the scaled anticommutator
 * mu_a = {J_a, ·}/(2N). With structure constants [J_a, J_b] = f J_c,
 *
 * <pre>
 * [ad_a, ad_b] = f ad_c    [ad_a, mu_b] = f mu_c    [mu_a, mu_b] = f ad_c/(4 N²)
 * </pre>
 *
 * so that for infinite N the mu commute: they multiply by numbers, and the ad are infinitesimal rotations.
 *
 * @param kind commutator or anticommutator
 * @param letter which of J+, Jz, J-
 */
record Action(Kind kind, CollectiveSpin spin, Letter letter) implements Comparable<Action> {

    /** Commutators come first in canonical order: their trace vanishes. */
    enum Kind {
        COMMUTATOR,
        ANTICOMMUTATOR
    }

    /** What is left of [this, other] besides a possible 1/(4 N²). */
    record Bracket(Action action, int factor, boolean overFourSizeSquared) {}

    @Override
    public int compareTo(Action other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) return byKind;
        int bySpin = spin.compareTo(other.spin);
        return bySpin != 0 ? bySpin : letter.compareTo(other.letter);
    }

    /** [this, other]; at most one term. */
    List<Bracket> bracket(Action other) {
        List<Bracket> found = new ArrayList<>();
        if (!spin.equals(other.spin) || letter == other.letter) return found;
        boolean both = kind == Kind.ANTICOMMUTATOR && other.kind == Kind.ANTICOMMUTATOR;
        Kind result = kind == other.kind ? Kind.COMMUTATOR : Kind.ANTICOMMUTATOR;
        Letter third;
        int factor;
        if (letter != Letter.Z && other.letter != Letter.Z) {
            third = Letter.Z;
            factor = letter == Letter.RAISING ? 2 : -2;
        } else {
            third = letter == Letter.Z ? other.letter : letter;
            boolean raises = third == Letter.RAISING;
            factor = letter == Letter.Z == raises ? 1 : -1;
        }
        found.add(new Bracket(new Action(result, spin, third), factor, both));
        return found;
    }
}
