package org.escapement.study.question.exact;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.exact.StationaryFluctuations.Estimated;
import org.escapement.model.JumpOperator;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Growth rate of a cumulant of the number of jumps, or of the heat that they bring into the system, in the stationary
 * state; or the power spectrum of the counted current.
 *
 * @param jumps names of those that count
 * @param heat whether each counts with the energy it brings, else with 1
 * @param cumulant order, 0 for a spectrum
 * @param list whether the frequencies are an axis
 */
record CountingQuestion(List<String> jumps, boolean heat, int cumulant, List<Double> frequencies, boolean list)
        implements Question {

    CountingQuestion {
        jumps = List.copyOf(jumps);
        frequencies = List.copyOf(frequencies);
    }

    @Override
    public Reply answer(Point point) {
        ExactSystem system = ExactPoint.system(point);
        StationaryFluctuations all = ExactPoint.fluctuations(point);
        ToDoubleFunction<JumpOperator> increment = j -> increment(system, j);
        if (cumulant > 0) {
            return NoiseQuestion.reply(
                    List.of(all.cumulants(increment, cumulant).getLast()));
        }
        List<Estimated> found = frequencies.stream()
                .map(omega -> all.countedSpectrum(increment, omega))
                .toList();
        return NoiseQuestion.reply(found);
    }

    private double increment(ExactSystem system, JumpOperator jump) {
        if (!jumps.contains(jump.name())) return 0;
        return heat ? -system.quantum(jump) : 1;
    }

    @Override
    public List<OwnAxis> axes() {
        return NoiseQuestion.axis(frequencies, list);
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
        String what = heat ? "the heat into the system" : "the number of jumps";
        return cumulant > 0
                ? "growth rate of cumulant " + cumulant + " of " + what
                : "power spectrum of the current of " + what;
    }
}
