package org.escapement.study.question.motion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.FirstPassage;
import org.escapement.observables.nonlinear.Section;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * The first time at which a quantity, or its centred moving average, reaches a level; or how much another quantity has
 * changed by then.
 *
 * @param quantity in the words of the model
 * @param threshold the value to be reached
 * @param rising whether from below
 * @param averagedOver width of the moving average, 0 for the quantity itself, [time]
 * @param before time after which the search is given up, [time]
 * @param meanwhile what the change is asked of; empty asks for the time
 */
record PassageQuestion(
        Expression quantity,
        PointNumber threshold,
        boolean rising,
        double averagedOver,
        double before,
        Optional<Followed> meanwhile)
        implements Question {

    @Override
    public Reply answer(Point point) {
        double fine = asked(point, point.accuracy());
        double coarse = asked(point, Motion.coarser(point.accuracy()));
        return Reply.of(fine, Math.abs(fine - coarse));
    }

    private double asked(Point point, Accuracy accuracy) {
        Motion motion = Motion.at(point);
        Expression q = motion.quantity(quantity);
        Section section = new Section(q, threshold.at(point.model(), point.values()), rising);
        return passage(motion, section, accuracy)
                .orElseThrow(() -> new ModelException("'" + quantity.text() + "' does not reach " + section.level()
                        + (rising ? " from below" : " from above") + " before t = " + before));
    }

    private OptionalDouble passage(Motion motion, Section section, Accuracy accuracy) {
        double[] start = motion.start();
        try {
            if (averagedOver > 0) {
                return FirstPassage.ofMovingAverage(motion.flow(), section, averagedOver, start, before, accuracy);
            }
            List<Expression> rates = meanwhile.stream()
                    .map(f -> motion.flow().rateOf(f.principal(motion)))
                    .toList();
            return FirstPassage.of(motion.flow(), section, rates, start, before, accuracy).stream()
                    .mapToDouble(p -> rates.isEmpty() ? p.time() : p.state()[start.length])
                    .findFirst();
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        String passage = quantity.text() + " reaches " + threshold;
        return meanwhile
                .map(f -> "change of " + f.quantity().text() + " until " + passage)
                .orElse("first time at which " + passage);
    }
}
