package org.escapement.study.question.collision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * What repeated collisions with thermal ancillas do from the start up to a time, for durations and numbers of levels.
 *
 * @param durations of one collision; an axis of its own when there are several
 * @param levels of each ancilla; an axis of its own when there are several
 */
record CollisionsQuestion(Ask ask, Optional<String> bath, double time, List<Double> durations, List<Integer> levels)
        implements Question {

    CollisionsQuestion {
        durations = List.copyOf(durations);
        levels = List.copyOf(levels);
    }

    @Override
    public Reply answer(Point point) {
        double[] values = new double[durations.size() * levels.size()];
        int k = 0;
        for (double duration : durations) {
            for (int nf : levels) {
                Collisions.Manner manner = new Collisions.Manner(time, duration, nf);
                values[k++] = Collisions.at(point, manner).tell(point, manner, ask, bath);
            }
        }
        return new Reply(values, 1e-12);
    }

    @Override
    public List<OwnAxis> axes() {
        List<OwnAxis> axes = new ArrayList<>();
        if (durations.size() > 1) {
            axes.add(new OwnAxis("duration", durations, "duration of one collision", "$\\Delta t$"));
        }
        if (levels.size() > 1) {
            List<Double> numbers = levels.stream().map(n -> (double) n).toList();
            axes.add(new OwnAxis("levels", numbers, "levels of each ancilla", "$n_f$"));
        }
        return axes;
    }

    @Override
    public String level() {
        return "exact";
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return ask.meaning() + ", collisions";
    }
}
