package org.escapement.study.question.gaussian;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.observables.Accuracy;
import org.escapement.observables.fluctuations.FluctuationRunner;
import org.escapement.observables.fluctuations.MesoscopicMean;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * One of the two orders of ⟨O⟩ = N^k (leading + next/N + O(1/N²)) along the evolution from the start.
 *
 * @param leading whether the leading order is told, else the next
 * @param list whether the times are an axis
 */
record NextOrderQuestion(Operator of, boolean leading, List<Double> times, boolean list) implements Question {

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    NextOrderQuestion {
        times = List.copyOf(times);
    }

    @Override
    public Reply answer(Point point) {
        Accuracy fine = point.accuracy();
        double[] values = at(point, fine);
        Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
        return new Reply(values, () -> difference(values, at(point, coarse)));
    }

    private double[] at(Point point, Accuracy accuracy) {
        FluctuationPoint place = FluctuationPlace.evolving(FluctuationPlace.shifted(point), point);
        MesoscopicMean mean = new MesoscopicMean(FluctuationPlace.equations(point), of);
        double[] start = place.start(FluctuationPlace.start(point));
        double[] when = times.stream().mapToDouble(Double::doubleValue).toArray();
        return new FluctuationRunner(place, accuracy)
                .states(start, when).stream()
                        .map(s -> mean.in(place, s))
                        .mapToDouble(v -> leading ? v.leading() : v.next())
                        .toArray();
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
        return FluctuationPlace.LEVEL;
    }

    @Override
    public String meaning() {
        return leading ? "leading order in N" : "correction of order 1/N to the leading order";
    }
}
