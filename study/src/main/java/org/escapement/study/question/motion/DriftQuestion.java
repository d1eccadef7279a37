package org.escapement.study.question.motion;

import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.PeriodicOrbit;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Slow drift along a neutral family of orbits when a parameter leaves its value: the rate of change of a label of the
 * orbits per unit of the parameter, averaged over the orbit that the start reaches.
 *
 * @param label in the words of the model, constant along each orbit
 * @param parameter the one that changes
 */
record DriftQuestion(Expression label, String parameter) implements Question {

    /** Change in one period, relative to the label, up to which a label counts as constant. */
    private static final double CONSTANT = 1e-5;

    @Override
    public Reply answer(Point point) {
        Motion motion = Motion.at(point);
        PeriodicOrbit orbit = orbit(point, motion);
        requireConstant(motion, orbit);
        try {
            double fine = drift(point, motion, orbit, point.accuracy());
            double coarse = drift(point, motion, orbit, Motion.coarser(point.accuracy()));
            return Reply.of(fine, Math.abs(fine - coarse));
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private static PeriodicOrbit orbit(Point point, Motion motion) {
        Fate fate = motion.fate(LongTimeKind.LONGEST);
        if (!(fate instanceof Fate.Cycles c)) throw new ModelException("no orbit that could drift: " + fate.describe());
        if (c.orbit().neutralFamily() > 0) return c.orbit();
        throw new ModelException("the orbit is isolated, not one of a family along which it could drift, at "
                + point.values().given());
    }

    private void requireConstant(Motion motion, PeriodicOrbit orbit) {
        Expression q = motion.quantity(label);
        double rate = motion.flow().quantity(motion.flow().rateOf(q)).at(orbit.state());
        double value = motion.flow().quantity(q).at(orbit.state());
        if (Math.abs(rate) * orbit.period() <= CONSTANT * (1 + Math.abs(value))) return;
        throw new ModelException("'" + label.text() + "' is not constant along the orbit: it changes at the rate "
                + rate + " and cannot tell the orbits of the family apart");
    }

    private double drift(Point point, Motion motion, PeriodicOrbit orbit, Accuracy accuracy) {
        return motion.sensitivity(parameter).drift(point.values().given(), orbit, motion.quantity(label), accuracy);
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return "drift of " + label.text() + " per unit of " + parameter;
    }
}
