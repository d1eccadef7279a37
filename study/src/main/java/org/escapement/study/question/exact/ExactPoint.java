package org.escapement.study.question.exact;

import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Point;

/** What questions at finite N share at a point: the matrices and the stationary state, made once. */
final class ExactPoint {

    static final String LEVEL = "exact";

    private enum Shared {
        SYSTEM,
        STEADY
    }

    private ExactPoint() {}

    static ExactLevel level(Point point) {
        return new ExactLevel(point.model(), point.options());
    }

    static ExactSystem system(Point point) {
        return point.shared(Shared.SYSTEM, () -> level(point).system(point.values()));
    }

    static SteadyState.Unique steady(Point point) {
        return point.shared(Shared.STEADY, () -> ExactLevel.steady(system(point)));
    }
}
