package org.escapement.study.question.catalogue;

import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.roots.BracketedRoot;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * The value of a parameter at which the answer to a question passes a level: a grid finds changes of sign, halving the
 * rest. Two crossings between neighbours of the grid are not seen.
 *
 * @param along the parameter; grid in equal ratios when both ends are positive, else in equal steps
 * @param last whether the last crossing is meant, not the first
 * @param within relative width of the bracket at the end
 */
record CrossingQuestion(
        Question of,
        String along,
        PointNumber from,
        PointNumber to,
        double target,
        boolean last,
        int points,
        double within)
        implements Question {

    @Override
    public Reply answer(Point point) {
        double a = from.at(point.any(), point.values());
        double b = to.at(point.any(), point.values());
        if (!(b > a)) throw new ModelException("nothing to search: from " + along + " = " + a + " to " + b);
        double width = within * Math.max(Math.abs(a), Math.abs(b));
        double before = Double.NaN;
        double atBefore = Double.NaN;
        for (int k = 0; k < points; k++) {
            double x = grid(a, b, last ? points - 1 - k : k);
            double here = value(point, x);
            if (here == 0) return Reply.of(x, 0);
            if (atBefore * here < 0) {
                double root =
                        BracketedRoot.bisect(y -> value(point, y), Math.min(x, before), Math.max(x, before), width);
                return Reply.of(root, width);
            }
            before = x;
            atBefore = here;
        }
        throw new ModelException("no crossing of " + target + " between " + along + " = " + a + " and " + b);
    }

    private double grid(double a, double b, int k) {
        double x = (double) k / (points - 1);
        return a > 0 ? a * Math.pow(b / a, x) : a + (b - a) * x;
    }

    /** Distance from the level, NaN where the question has no answer. */
    private double value(Point point, double x) {
        try (Point there = point.with(along, x)) {
            return of.answer(there).values()[0] - target;
        } catch (ModelException | NotApplicableException e) {
            return Double.NaN;
        }
    }

    @Override
    public String level() {
        return of.level();
    }

    @Override
    public boolean isLaborious() {
        return of.isLaborious();
    }

    @Override
    public String meaning() {
        return along + " at which " + of.meaning() + " passes " + target;
    }
}
