package org.escapement.dynamics.fluctuation;

import org.escapement.model.SpinConvention;

/**
 * One degree of freedom that fluctuates, and how its fluctuations are described: a spin of constant length by two
 * coordinates along a frame (e, n × e) of the plane perpendicular to its direction n, a spin whose length changes by a third
 * one along n, a mode by its two quadratures.
 *
 * @param name of the ensemble or mode
 * @param convention normalisation of a spin's letters; null for a mode
 * @param letter index of its first letter
 * @param coordinate index of its first coordinate
 * @param coordinates number of coordinates
 * @param frame index of its frame vector among those of all spins; -1 for a mode
 */
record Site(String name, SpinConvention convention, int letter, int coordinate, int coordinates, int frame) {

    boolean isSpin() {
        return frame >= 0;
    }

    boolean isLongitudinal() {
        return coordinates == 3;
    }

    /** Number of letters. */
    int letters() {
        return isSpin() ? 3 : 2;
    }

    /** What turns component c of J into the letter. */
    double factor(int c) {
        if (!isSpin()) return 1;
        return (c == 2 ? convention.longitudinal() : convention.transverse()).doubleValue();
    }
}
