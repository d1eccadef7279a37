package org.escapement.study.question.gaussian;

import java.util.List;
import java.util.function.Function;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.fluctuations.FluctuationReading;
import org.escapement.observables.fluctuations.FluctuationRunner;
import org.escapement.study.question.Point;
import org.escapement.study.question.Reply;

/** Reads one number off fluctuations along the evolution from a point's start, with an error from wider tolerances. */
final class Evolved {

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    private Evolved() {}

    /** What several numbers share at a point. */
    private record Shared(boolean shifts, Measure measure, Accuracy accuracy) {}

    /**
     * The answer.
     *
     * @param shifts whether the shifts of the means are carried along
     * @param read the number, given the program at the point
     */
    static Reply reply(Point point, boolean shifts, Measure how, Function<FluctuationPoint, FluctuationReading> read) {
        Accuracy fine = point.accuracy();
        double[] values = values(point, shifts, how, fine, read);
        return new Reply(values, () -> {
            Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
            return difference(values, values(point, shifts, how, coarse, read));
        });
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    private static double[] values(
            Point point,
            boolean shifts,
            Measure how,
            Accuracy accuracy,
            Function<FluctuationPoint, FluctuationReading> read) {
        FluctuationProgram program = shifts ? FluctuationPlace.shifted(point) : FluctuationPlace.program(point);
        FluctuationPoint place = FluctuationPlace.evolving(program, point);
        FluctuationRunner runner = new FluctuationRunner(place, accuracy);
        double[] start = place.start(FluctuationPlace.start(point));
        FluctuationReading reading = read.apply(place);
        return switch (how) {
            case Measure.AtTime t -> {
                List<FluctuationState> states =
                        point.shared(new Shared(shifts, how, accuracy), () -> runner.states(start, t.time()));
                yield read(states, reading);
            }
            case Measure.Series s -> {
                double[] times =
                        s.times().stream().mapToDouble(Double::doubleValue).toArray();
                List<FluctuationState> states =
                        point.shared(new Shared(shifts, how, accuracy), () -> runner.states(start, times));
                yield read(states, reading);
            }
            // Alone: the kinks of one number would cost samples of all others.
            case Measure.Average a -> runner.average(start, a.from(), a.to(), reading);
            case Measure.Extremum e -> {
                double[] found = runner.extremum(start, e.from(), e.to(), reading, 0, e.maximum() ? 1 : -1);
                yield new double[] {found[e.time() ? 1 : 0]};
            }
            default -> throw new IllegalStateException("not read this way: " + how);
        };
    }

    private static double[] read(List<FluctuationState> states, FluctuationReading reading) {
        return states.stream().mapToDouble(s -> reading.of(s)[0]).toArray();
    }
}
