package org.escapement.study.question.gaussian;

import java.util.List;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.observables.fluctuations.FluctuationReading;
import org.escapement.observables.fluctuations.MesoscopicValue;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A number at the size of the point, in two orders of 1/N.
 *
 * @param subject which number
 * @param part both orders or one of them
 */
record MesoscopicQuestion(MesoscopicSubject subject, MesoscopicValue.Part part, When when) implements Question {

    @Override
    public Reply answer(Point point) {
        MesoscopicValue value = point.prepared(subject, () -> subject.value(FluctuationPlace.equations(point)));
        double size = point.values().value(point.model().size());
        return switch (when) {
            case When.Stationary s -> {
                FluctuationPoint there = FluctuationPlace.shifted(point).at(point.values());
                double found =
                        value.at(size, there, FluctuationPlace.stationary(point).state(), part);
                yield Reply.of(found, 1e-12 * (1 + Math.abs(found)));
            }
            case When.Along a ->
                Evolved.reply(point, true, a.measure(), place -> new Reading(value, size, place, part));
        };
    }

    /** The number along an evolution. */
    private record Reading(MesoscopicValue value, double size, FluctuationPoint place, MesoscopicValue.Part part)
            implements FluctuationReading {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public double[] of(FluctuationState state) {
            return new double[] {value.at(size, place, state, part)};
        }
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
        return subject instanceof MesoscopicSubject.ErgotropyOf
                ? "ergotropy, mean field and fluctuations"
                : "mean field and fluctuations";
    }
}
