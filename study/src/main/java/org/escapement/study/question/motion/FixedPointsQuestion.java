package org.escapement.study.question.motion;

import java.util.DoubleSummaryStatistics;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.nonlinear.FixedPoint;
import org.escapement.observables.nonlinear.FixedPointSet;
import org.escapement.observables.nonlinear.FixedPoints;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * All states at which nothing moves, among those with the constants of motion (lengths of spins) of the point's start.
 *
 * @param aspect what is asked about them
 * @param quantity whose value at attracting ones is asked for, in the words of the model
 */
record FixedPointsQuestion(Aspect aspect, Expression quantity) implements Question {

    /** What can be asked. */
    enum Aspect {
        NUMBER("number", "number of fixed points"),
        ATTRACTING("attracting", "number of fixed points that attract"),
        LEAST("least", "smallest value at a fixed point that attracts"),
        GREATEST("greatest", "greatest value at a fixed point that attracts");

        private final String word;
        private final String meaning;

        Aspect(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }
    }

    @Override
    public Reply answer(Point point) {
        Motion motion = Motion.at(point);
        Flow flow = motion.flow();
        FixedPointSet all = point.shared(FixedPointSet.class, () -> all(motion));
        return switch (aspect) {
            case NUMBER -> Reply.of(all.points().size(), 0);
            case ATTRACTING -> Reply.of(all.attracting().size(), 0);
            case LEAST, GREATEST -> extreme(all, flow, motion.quantity(quantity));
        };
    }

    /** A list that may lack some would give wrong numbers without saying so. */
    private static FixedPointSet all(Motion motion) {
        FixedPointSet set = FixedPoints.all(motion.flow(), motion.start());
        if (set.extent() == FixedPointSet.Extent.ALL) return set;
        throw new ModelException("the fixed points cannot be counted here: " + set.message());
    }

    private Reply extreme(FixedPointSet all, Flow flow, Expression q) {
        if (all.attracting().isEmpty()) {
            throw new ModelException("none of the " + all.points().size() + " fixed points attracts");
        }
        DoubleSummaryStatistics values = all.attracting().stream()
                .mapToDouble(p -> flow.quantity(q).at(p.state()))
                .summaryStatistics();
        double residual = all.attracting().stream()
                .mapToDouble(FixedPoint::residual)
                .max()
                .orElse(0);
        return Reply.of(aspect == Aspect.LEAST ? values.getMin() : values.getMax(), residual);
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return aspect.meaning + (quantity.equals(Expression.ZERO) ? "" : " of " + quantity.text());
    }
}
