package org.escapement.study.question.gaussian;

import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.StationaryCovariance;
import org.escapement.observables.fluctuations.AttractingState;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.study.question.Point;

/** What questions about fluctuations share: the equations of a run, and the stationary state of a point. */
final class FluctuationPlace {

    static final String LEVEL = "gaussian";

    private enum Kept {
        EQUATIONS,
        PROGRAM,
        SHIFTED_PROGRAM,
        FLOW,
        STATIONARY
    }

    private FluctuationPlace() {}

    static FluctuationEquations equations(Point point) {
        return point.prepared(Kept.EQUATIONS, () -> FluctuationEquations.derive(point.model()));
    }

    static FluctuationProgram program(Point point) {
        FluctuationEquations equations = equations(point);
        return point.prepared(Kept.PROGRAM, () -> FluctuationProgram.of(equations));
    }

    static FluctuationProgram shifted(Point point) {
        FluctuationEquations equations = equations(point);
        return point.prepared(Kept.SHIFTED_PROGRAM, () -> FluctuationProgram.withShifts(equations));
    }

    /** The means from which things evolve. */
    static double[] start(Point point) {
        return equations(point).means().start(point.start(), point.values());
    }

    /** The program at the point, for an evolution from its start. */
    static FluctuationPoint evolving(FluctuationProgram program, Point point) {
        return program.at(point.values(), start(point));
    }

    /** The mean-field motion. */
    static FlowFamily flow(Point point) {
        FluctuationEquations equations = equations(point);
        return point.prepared(Kept.FLOW, () -> FlowFamily.of(equations.means()));
    }

    /** Fluctuations, with shifts, around the stationary means that attract. */
    static StationaryCovariance stationary(Point point) {
        FluctuationProgram program = shifted(point);
        FlowFamily flow = flow(point);
        return point.shared(Kept.STATIONARY, () -> {
            FluctuationPoint there = program.at(point.values());
            return StationaryCovariance.at(there, AttractingState.of(flow, there, start(point), point.accuracy()));
        });
    }
}
