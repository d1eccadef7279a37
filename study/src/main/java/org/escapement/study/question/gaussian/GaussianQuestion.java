package org.escapement.study.question.gaussian;

import java.util.List;
import org.escapement.observables.fluctuations.Bipartition;
import org.escapement.observables.fluctuations.GaussianMeasure;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A measure of information of Gaussian fluctuations between two groups of ensembles and modes.
 *
 * @param groups the two groups, by index among the ensembles and modes of the model; one-way measures look at the second
 */
record GaussianQuestion(GaussianMeasure measure, Bipartition groups, When when) implements Question {

    @Override
    public Reply answer(Point point) {
        return switch (when) {
            case When.Stationary s -> stationary(point);
            case When.Along a -> Evolved.reply(point, false, a.measure(), place -> groups.only(measure));
        };
    }

    private Reply stationary(Point point) {
        // The fixed point and the linear equation are exact to rounding, which the measures amplify little.
        double value = groups.of(FluctuationPlace.stationary(point).state(), measure);
        return Reply.of(value, 1e-12 * (1 + Math.abs(value)));
    }

    @Override
    public String level() {
        return FluctuationPlace.LEVEL;
    }

    @Override
    public List<OwnAxis> axes() {
        return when.axes();
    }

    @Override
    public String meaning() {
        return measure.meaning();
    }

    @Override
    public String unit() {
        return measure == GaussianMeasure.SMALLEST_EIGENVALUE ? "1" : "nats";
    }
}
