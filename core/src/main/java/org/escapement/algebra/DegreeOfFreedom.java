package org.escapement.algebra;

import java.util.Comparator;
import java.util.List;

/**
 * A quantum degree of freedom as the algebra sees it: a name and the letters that act on it. Letters of different
 * degrees of freedom commute. Sizes, conventions and initial states live elsewhere.
 */
public sealed interface DegreeOfFreedom extends Comparable<DegreeOfFreedom> permits CollectiveSpin, BosonMode {

    /** Spins before modes, then by name: the order of sites in a canonical word and in print. */
    Comparator<DegreeOfFreedom> ORDER = Comparator.comparing((DegreeOfFreedom site) -> site instanceof BosonMode)
            .thenComparing(DegreeOfFreedom::name);

    String name();

    /** The letters in canonical order: creating first, annihilating last. */
    List<Letter> letters();

    /** Twice the power of N with which a letter's expectation grows: 2 for a collective spin, 1 for a mode. */
    int twiceExtensivity();

    @Override
    default int compareTo(DegreeOfFreedom other) {
        return ORDER.compare(this, other);
    }
}
