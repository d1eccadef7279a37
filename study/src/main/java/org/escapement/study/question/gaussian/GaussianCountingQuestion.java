package org.escapement.study.question.gaussian;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.fluctuation.CurrentNoise;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.model.JumpOperator;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Growth rate per N of the mean or variance of what is counted, of the covariance of two counters, or the power spectrum of
 * the counted current.
 *
 * @param with the other counter of a covariance
 * @param cumulant 1 or 2
 * @param frequencies of the spectrum [rate]; 0 for the cumulant
 * @param list whether the frequencies are an axis
 */
record GaussianCountingQuestion(
        Counter counted, Optional<Counter> with, int cumulant, List<Double> frequencies, boolean list)
        implements Question {

    GaussianCountingQuestion {
        frequencies = List.copyOf(frequencies);
    }

    /**
     * What each jump adds.
     *
     * @param jumps names of those that count
     * @param heat whether each adds the energy it hands to the system, else one
     */
    record Counter(List<String> jumps, boolean heat) {

        Counter {
            jumps = List.copyOf(jumps);
        }

        ToDoubleFunction<JumpOperator> increment(FluctuationPoint point) {
            ToDoubleFunction<JumpOperator> energy = CurrentNoise.heat(point);
            return j -> !jumps.contains(j.name()) ? 0 : heat ? energy.applyAsDouble(j) : 1;
        }
    }

    private enum Shared {
        NOISE
    }

    @Override
    public Reply answer(Point point) {
        FluctuationPoint place = FluctuationPlace.shifted(point).at(point.values());
        CurrentNoise noise =
                point.shared(Shared.NOISE, () -> CurrentNoise.of(place, FluctuationPlace.stationary(point)));
        ToDoubleFunction<JumpOperator> one = counted.increment(place);
        double[] values = frequencies.stream()
                .mapToDouble(omega -> value(noise, one, place, omega))
                .toArray();
        double largest = 0;
        for (double v : values) largest = Math.max(largest, Math.abs(v));
        // A linear equation, exact to rounding.
        return new Reply(values, 1e-12 * (1 + largest));
    }

    private double value(CurrentNoise noise, ToDoubleFunction<JumpOperator> one, FluctuationPoint place, double omega) {
        if (cumulant == 1) return noise.mean(one);
        if (with.isPresent()) return noise.covariance(one, with.get().increment(place));
        return noise.spectrum(one, omega);
    }

    @Override
    public String level() {
        return FluctuationPlace.LEVEL;
    }

    @Override
    public List<OwnAxis> axes() {
        if (!list) return List.of();
        return List.of(new OwnAxis("omega", frequencies, "angular frequency", "$\\omega$"));
    }

    @Override
    public String meaning() {
        String what = counted.heat() ? "heat" : "jumps";
        if (list) return "power spectrum of counted " + what + " per N";
        return cumulant == 1
                ? "counted " + what + " per N and time"
                : "growth of the variance of counted " + what + " per N";
    }
}
