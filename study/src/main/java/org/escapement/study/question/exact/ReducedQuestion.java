package org.escapement.study.question.exact;

import java.util.List;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.observables.Accuracy;
import org.escapement.observables.means.ExactStates;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Information or ergotropy in the state of the master equation, reduced to one or two ensembles or modes.
 *
 * @param stationary whether in the stationary state, else at the times of the evolution from the start
 * @param list whether the times are an axis
 */
record ReducedQuestion(ReducedSubject subject, boolean stationary, List<Double> times, boolean list)
        implements Question {

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    ReducedQuestion {
        times = List.copyOf(times);
    }

    /** What several questions share at a point. */
    private record Evolution(List<Double> times, Accuracy accuracy) {}

    @Override
    public Reply answer(Point point) {
        if (stationary) return steady(ExactPoint.steady(point));
        Accuracy fine = point.accuracy();
        double[] values = along(point, fine);
        Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
        return new Reply(values, () -> difference(values, along(point, coarse)));
    }

    private Reply steady(SteadyState.Unique found) {
        double value = subject.in(found.state());
        // A residual r displaces the state by about r over the separation of the null space.
        double relative = found.residual() / Math.max(found.separation(), 1e-16);
        return Reply.of(value, relative * (1 + Math.abs(value)));
    }

    private double[] along(Point point, Accuracy accuracy) {
        double[] when = times.stream().mapToDouble(Double::doubleValue).toArray();
        List<DensityMatrix> states = point.shared(
                new Evolution(times, accuracy),
                () -> ExactStates.at(ExactPoint.system(point), point.start(), when, accuracy));
        return states.stream().mapToDouble(subject::in).toArray();
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    @Override
    public List<OwnAxis> axes() {
        return list ? List.of(new OwnAxis("t", times, "time", "t")) : List.of();
    }

    @Override
    public String level() {
        return ExactPoint.LEVEL;
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return subject.meaning();
    }

    @Override
    public String unit() {
        return subject.unit();
    }
}
