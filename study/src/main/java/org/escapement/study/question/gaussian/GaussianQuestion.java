package org.escapement.study.question.gaussian;

import java.util.List;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.fluctuations.Bipartition;
import org.escapement.observables.fluctuations.FluctuationRunner;
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

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    @Override
    public Reply answer(Point point) {
        try {
            return switch (when) {
                case When.Stationary s -> stationary(point);
                case When.Along a -> {
                    double[] values = along(point, a.measure(), point.accuracy());
                    yield new Reply(values, () -> difference(values, along(point, a.measure(), coarser(point))));
                }
            };
        } catch (ArithmeticException e) {
            throw new ModelException("no Gaussian state at " + point.values().given() + ": " + e.getMessage());
        }
    }

    private Reply stationary(Point point) {
        // The fixed point and the linear equation are exact to rounding, which the measures amplify little.
        double value = groups.of(FluctuationPlace.stationary(point).state(), measure);
        return Reply.of(value, 1e-12 * (1 + Math.abs(value)));
    }

    private static Accuracy coarser(Point point) {
        Accuracy fine = point.accuracy();
        return fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    /** What several measures share at a point. */
    private record Shared(Measure measure, Accuracy accuracy) {}

    private double[] along(Point point, Measure how, Accuracy accuracy) {
        FluctuationPoint place = FluctuationPlace.evolving(FluctuationPlace.program(point), point);
        FluctuationRunner runner = new FluctuationRunner(place, accuracy);
        double[] start = place.start(FluctuationPlace.start(point));
        return switch (how) {
            case Measure.AtTime t -> read(point, how, accuracy, runner, start, new double[] {t.time()});
            case Measure.Series s ->
                read(
                        point,
                        how,
                        accuracy,
                        runner,
                        start,
                        s.times().stream().mapToDouble(Double::doubleValue).toArray());
            case Measure.Average a ->
                // Alone: the kinks of one measure would cost samples of all others.
                runner.average(start, a.from(), a.to(), groups.only(measure));
            case Measure.Extremum e -> {
                double[] found =
                        runner.extremum(start, e.from(), e.to(), groups.only(measure), 0, e.maximum() ? 1 : -1);
                yield new double[] {found[e.time() ? 1 : 0]};
            }
            default -> throw new IllegalStateException("not read this way: " + how);
        };
    }

    private double[] read(
            Point point, Measure how, Accuracy accuracy, FluctuationRunner runner, double[] start, double[] times) {
        List<FluctuationState> states = point.shared(new Shared(how, accuracy), () -> runner.states(start, times));
        return states.stream().mapToDouble(s -> groups.of(s, measure)).toArray();
    }

    @Override
    public String level() {
        return FluctuationPlace.LEVEL;
    }

    @Override
    public List<OwnAxis> axes() {
        if (!(when instanceof When.Along(Measure.Series s))) return List.of();
        return List.of(new OwnAxis("t", s.times(), "time", "t"));
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
