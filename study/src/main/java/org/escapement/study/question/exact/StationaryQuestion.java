package org.escapement.study.question.exact;

import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A quantity in the stationary state of the master equation at finite N.
 *
 * @param quantity in the words of the model, without functionals of time
 * @param meaning of the named quantity, or empty
 * @param unit of the named quantity, or empty
 */
record StationaryQuestion(Expression quantity, String meaning, String unit) implements Question {

    static StationaryQuestion of(OpenSystem model, String text, Expression quantity) {
        NamedQuantity named = model.quantities().get(text);
        return new StationaryQuestion(
                quantity,
                named == null ? "" : named.meaning().orElse(""),
                named == null ? "" : named.unit().orElse(""));
    }

    /** The quantity as something to measure, whatever the time. */
    static Measurement measurement(Expression quantity) {
        return new Measurement("quantity", quantity, new Measure.AtTime(0));
    }

    @Override
    public Reply answer(Point point) {
        double[] value = ExactLevel.in(ExactPoint.steady(point), List.of(measurement(quantity)))
                .getFirst();
        return Reply.of(value[0], value[1]);
    }

    @Override
    public String level() {
        return ExactPoint.LEVEL;
    }

    @Override
    public boolean isLaborious() {
        return true;
    }
}
