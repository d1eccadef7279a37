package org.escapement.study.question.gaussian;

import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.PeriodicCovariance;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.LongTime;
import org.escapement.observables.nonlinear.LongTimePolicy;
import org.escapement.observables.nonlinear.PeriodicOrbit;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Fluctuations on the limit cycle that the start ends in.
 *
 * @param longest time after which a start without a decision is refused, [time]
 */
record GaussianCycleQuestion(Aspect aspect, double longest) implements Question {

    /** Length of the first look; the following ones double. */
    private static final double FIRST_WINDOW = 12;

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    /** What can be asked. */
    enum Aspect {
        PHASE_DIFFUSION("phase diffusion", "growth of the variance of the phase of the cycle, times N", "rad^2"),
        PERIOD("period", "period of the cycle", ""),
        MULTIPLIER(
                "multiplier", "largest modulus by which a deviation across the cycle is multiplied in a period", "1");

        private final String word;
        private final String meaning;
        private final String unit;

        Aspect(String word, String meaning, String unit) {
            this.word = word;
            this.meaning = meaning;
            this.unit = unit;
        }

        String word() {
            return word;
        }
    }

    private enum Shared {
        ORBIT
    }

    @Override
    public Reply answer(Point point) {
        double value = value(point, point.accuracy());
        Accuracy fine = point.accuracy();
        Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
        return new Reply(new double[] {value}, () -> Math.abs(value - value(point, coarse)));
    }

    private double value(Point point, Accuracy accuracy) {
        PeriodicOrbit orbit = point.shared(Shared.ORBIT, () -> orbit(point));
        if (aspect == Aspect.PERIOD) return orbit.period();
        FluctuationPoint place = FluctuationPlace.program(point).at(point.values());
        PeriodicCovariance cycle = PeriodicCovariance.at(place, orbit.state(), orbit.period(), accuracy.tolerances());
        if (aspect == Aspect.MULTIPLIER) {
            return cycle.multipliers().isEmpty()
                    ? 0
                    : cycle.multipliers().getFirst().modulus();
        }
        double turn = 2 * Math.PI / orbit.period();
        return turn * turn * cycle.phaseDiffusion();
    }

    private PeriodicOrbit orbit(Point point) {
        LongTimePolicy policy =
                LongTimePolicy.standard().withWindows(FIRST_WINDOW, longest).withAccuracy(point.accuracy());
        Fate fate = LongTime.classify(
                FluctuationPlace.flow(point).at(point.values().given()), FluctuationPlace.start(point), policy);
        Fate last = fate instanceof Fate.Metastable m ? m.finallyIs() : fate;
        if (last instanceof Fate.Cycles c) return c.orbit();
        throw new ModelException("the start does not end in a limit cycle: " + last.describe());
    }

    @Override
    public String level() {
        return FluctuationPlace.LEVEL;
    }

    @Override
    public String meaning() {
        return aspect.meaning;
    }

    @Override
    public String unit() {
        return aspect.unit;
    }
}
