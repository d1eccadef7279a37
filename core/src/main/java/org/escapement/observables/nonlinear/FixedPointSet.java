package org.escapement.observables.nonlinear;

import java.util.List;

/**
 * Fixed points with equal constants of motion, and whether these are all of them.
 *
 * @param points different ones
 * @param extent how complete the list is
 * @param message the same as a sentence
 */
public record FixedPointSet(List<FixedPoint> points, Extent extent, String message) {

    public FixedPointSet {
        points = List.copyOf(points);
    }

    /** What is known about further fixed points. */
    public enum Extent {
        /** Every complex solution of the polynomial equations was followed, and all are isolated: there are no others. */
        ALL,
        /** Isolated ones are all there; some solutions lie on curves or surfaces, or are multiple, and stand for them. */
        ALL_ISOLATED,
        /** The equations are not polynomial or too many: these were found from scattered starts, there may be others. */
        FOUND
    }

    /** Those towards which all neighbouring states with equal constants of motion move. */
    public List<FixedPoint> attracting() {
        return points.stream().filter(FixedPoint::attracting).toList();
    }
}
