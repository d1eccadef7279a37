package org.escapement.study.question.exact;

import java.util.List;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.exact.StationaryFluctuations.Estimated;
import org.escapement.expression.Expression;
import org.escapement.observables.means.LinearQuantity;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * ∫ cos(ωt) Re⟨δa(t) δb(0)⟩ dt over all times in the stationary state; at ω = 0 and for a = b the growth rate of the
 * variance of the time integral of a.
 *
 * @param a sum of means
 * @param b sum of means
 * @param list whether the frequencies are an axis
 */
record NoiseQuestion(Expression a, Expression b, List<Double> frequencies, boolean list) implements Question {

    NoiseQuestion {
        frequencies = List.copyOf(frequencies);
    }

    @Override
    public Reply answer(Point point) {
        Map<Operator, Double> first = Map.of(LinearQuantity.of(point.model(), a), 1.0);
        Map<Operator, Double> second = Map.of(LinearQuantity.of(point.model(), b), 1.0);
        StationaryFluctuations all = ExactPoint.fluctuations(point);
        List<Estimated> found = frequencies.stream()
                .map(omega -> all.covariance(first, second, omega))
                .toList();
        return reply(found);
    }

    static Reply reply(List<Estimated> found) {
        double worst = found.stream().mapToDouble(Estimated::error).max().orElse(0);
        return new Reply(found.stream().mapToDouble(Estimated::value).toArray(), worst);
    }

    /** Angular frequencies as an axis. */
    static List<OwnAxis> axis(List<Double> frequencies, boolean list) {
        if (!list) return List.of();
        return List.of(new OwnAxis("omega", frequencies, "angular frequency", "$\\omega$"));
    }

    @Override
    public List<OwnAxis> axes() {
        return axis(frequencies, list);
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
        return list ? "power spectrum in the stationary state" : "integrated correlation in the stationary state";
    }
}
