package org.escapement.study.question.moments;

import org.escapement.dynamics.equations.SystemSize;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/** The master equation at the finite N of the point: matrices for expectation values, spherical tensors otherwise. */
record ExactReference(Aspect aspect) implements Question {

    private enum Kept {
        STEADY
    }

    @Override
    public Reply answer(Point point) {
        if (!(aspect instanceof Aspect.Mean m)) return new TensorsQuestion(aspect, SystemSize.FINITE).answer(point);
        ExactLevel level = new ExactLevel(point.model(), point.options());
        SteadyState.Unique steady = point.shared(Kept.STEADY, () -> ExactLevel.steady(level.system(point.values())));
        double value = steady.state().expectation(m.of().operator());
        return Reply.of(value, Math.abs(value) * steady.residual() / Math.max(steady.separation(), 1e-16));
    }

    @Override
    public String level() {
        return "exact";
    }
}
