package org.escapement.observables.nonlinear;

import java.util.List;
import org.escapement.numerics.linear.Complex;

/**
 * A curve of solutions over one parameter.
 *
 * @param points in the order in which the curve was followed
 * @param events folds and changes of stability on the way
 * @param ending why it was not followed further
 * @param message the same as a sentence with numbers
 * @param <S> what lies on the curve
 */
public record Branch<S>(List<Point<S>> points, List<Event> events, Ending ending, String message) {
    public Branch {
        points = List.copyOf(points);
        events = List.copyOf(events);
    }

    /** A solution and the parameter at which it was found. */
    public record Point<S>(double parameter, S solution) {}

    /** What happens at a parameter value. */
    public record Event(Kind kind, double parameter) {}

    /** What may happen along a branch. */
    public enum Kind {
        /** The branch turns back: two solutions meet. */
        FOLD,
        /** The number of growing directions changes without a fold. */
        STABILITY
    }

    /** Why following a branch ended. */
    public enum Ending {
        END_OF_RANGE,
        /** The solution left the region that was declared physical, or the equations have no value there. */
        LEFT_REGION,
        /** The period grows without bound: the orbit runs into a saddle or a pair of fixed points is born on it. */
        PERIOD_DIVERGES,
        /** Two orbits meet; beyond there is none. */
        FOLD,
        /** No solution was found with the smallest step. */
        STEP_TOO_SMALL,
        MOST_POINTS
    }

    /** Number of multipliers or eigenvalues outside, for comparison along the branch. */
    static int outside(List<Complex> multipliers, double tolerance) {
        return (int)
                multipliers.stream().filter(m -> m.modulus() > 1 + tolerance).count();
    }

    public Point<S> last() {
        return points.getLast();
    }
}
