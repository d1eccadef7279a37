package org.escapement.study.question.motion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.HysteresisSweep;
import org.escapement.observables.nonlinear.HysteresisSweep.Loop;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A parameter raised in equal steps and lowered again, each step from where the last one ended: where both directions end
 * differently. An edge is known to half a step; {@code boundary} finds one edge precisely.
 *
 * @param aspect what is asked
 * @param sweep which values, and how
 */
record HysteresisQuestion(Aspect aspect, Sweep sweep) implements Question {

    /** What can be asked. */
    enum Aspect {
        LOOPS("loops", "number of ranges in which raising and lowering end differently"),
        OPENS("opens", "below which raising and lowering end alike"),
        CLOSES("closes", "above which raising and lowering end alike"),
        WIDTH("width", "width of the loop between raising and lowering, 0 without one");

        private final String word;
        private final String meaning;

        Aspect(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }
    }

    /**
     * The steps.
     *
     * @param along the parameter
     * @param from its lowest value
     * @param to its highest value
     * @param points number of values, ends included
     * @param kick distance by which each step begins beside the last state, so that what has become unstable is left
     * @param longest time after which a step without a decision ends the sweep, [time]
     */
    record Sweep(String along, PointNumber from, PointNumber to, int points, double kick, double longest) {}

    @Override
    public Reply answer(Point point) {
        double a = point.number(sweep.from);
        double b = point.number(sweep.to);
        if (!(b > a)) {
            throw new ModelException("a sweep rises and comes back: 'to' lies above 'from', not " + a + " to " + b
                    + " of " + sweep.along);
        }
        double step = (b - a) / (sweep.points - 1);
        double[] values =
                IntStream.range(0, sweep.points).mapToDouble(i -> a + i * step).toArray();
        List<Loop> loops = point.shared(sweep, () -> swept(point, values)).loops();
        return switch (aspect) {
            case LOOPS -> Reply.of(loops.size(), 0);
            case WIDTH ->
                loops.isEmpty() ? Reply.of(0, step) : Reply.of(closes(loops, b, step) - opens(loops, a, step), step);
            case OPENS -> Reply.of(opens(loops, a, step), step / 2);
            case CLOSES -> Reply.of(closes(loops, b, step), step / 2);
        };
    }

    private HysteresisSweep swept(Point point, double[] values) {
        Motion motion = Motion.at(point);
        Map<String, Double> first = new HashMap<>(point.values().given());
        first.put(sweep.along, values[0]);
        double[] start = motion.start(ParameterValues.of(point.model(), first));
        for (double value : values) motion.flow(point.with(sweep.along, value).values());
        try {
            HysteresisSweep done = HysteresisSweep.of(
                    motion.family(), first, sweep.along, values, start, sweep.kick, motion.policy(sweep.longest));
            requireDecided(done.upward());
            requireDecided(done.downward());
            return done;
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private void requireDecided(List<HysteresisSweep.Step> steps) {
        for (HysteresisSweep.Step s : steps) {
            Fate last = s.fate() instanceof Fate.Metastable m ? m.finallyIs() : s.fate();
            if (last instanceof Fate.Unsettled u) {
                throw new ModelException(
                        "the sweep has no decision at " + sweep.along + " = " + s.parameter() + ": " + u.describe());
            }
        }
    }

    private double opens(List<Loop> loops, double a, double step) {
        double first = only(loops).from();
        if (first > a) return first - step / 2;
        throw new ModelException("both directions end differently at " + sweep.along + " = " + a
                + " already, the end of the sweep: begin lower");
    }

    private double closes(List<Loop> loops, double b, double step) {
        double last = only(loops).to();
        if (last < b - step / 2) return last + step / 2;
        throw new ModelException("both directions end differently at " + sweep.along + " = " + b
                + " still, the end of the sweep: go higher");
    }

    private Loop only(List<Loop> loops) {
        if (loops.size() == 1) return loops.getFirst();
        throw new ModelException("there " + (loops.isEmpty() ? "is no loop" : "are " + loops.size() + " loops")
                + " between raising and lowering " + sweep.along + ": ask for 'loops' first");
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return aspect == Aspect.OPENS || aspect == Aspect.CLOSES ? sweep.along + " " + aspect.meaning : aspect.meaning;
    }
}
