package org.escapement.study.run;

import java.util.function.Supplier;
import org.escapement.dynamics.CutOffException;
import org.escapement.dynamics.EmptySectorException;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.NotUniqueException;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.UnstableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.ConvergenceException;
import org.escapement.observables.Outcome;

/** What becomes of a point that a level refuses: a status and the reason, so that the other points go on. */
final class Refusals {

    private Refusals() {}

    static Outcome asOutcome(Supplier<Outcome> computation) {
        try {
            return computation.get();
        } catch (ModelException | NotApplicableException e) {
            return Outcome.failed(status(e), e.getMessage());
        } catch (ConvergenceException e) {
            return Outcome.failed(Outcome.Status.NOT_CONVERGED, e.getMessage());
        }
    }

    private static Outcome.Status status(RuntimeException refusal) {
        return switch (refusal) {
            case UnstableException e -> Outcome.Status.UNSTABLE;
            case CutOffException e -> Outcome.Status.CUT_OFF_TOO_LOW;
            case NotUniqueException e -> Outcome.Status.NOT_UNIQUE;
            case OutOfReachException e -> Outcome.Status.OUT_OF_REACH;
            case EmptySectorException e -> Outcome.Status.EMPTY_SECTOR;
            default -> Outcome.Status.NOT_APPLICABLE;
        };
    }
}
