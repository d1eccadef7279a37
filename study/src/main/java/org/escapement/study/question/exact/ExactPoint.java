package org.escapement.study.question.exact;

import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Point;

/** What questions at finite N share at a point: the matrices and the stationary state, made once. */
final class ExactPoint {

    static final String LEVEL = "exact";

    private enum Shared {
        SYSTEM,
        STEADY,
        FLUCTUATIONS
    }

    /** Relative residual of the equations for fluctuations. */
    private static final double RESIDUAL = 1e-12;

    private record Fluctuations(StationaryFluctuations all) implements Point.Closing {
        @Override
        public void close() {
            all.close();
        }
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

    /** The fluctuations in the stationary state. */
    static StationaryFluctuations fluctuations(Point point) {
        return point.shared(
                        Shared.FLUCTUATIONS, () -> new Fluctuations(StationaryFluctuations.of(system(point), RESIDUAL)))
                .all();
    }
}
