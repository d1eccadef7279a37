package org.escapement.study.run;

import java.util.function.Supplier;
import org.escapement.dynamics.NotApplicableException;
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
        } catch (UnstableException e) {
            return Outcome.failed(Outcome.Status.UNSTABLE, e.getMessage());
        } catch (ModelException | NotApplicableException e) {
            return Outcome.failed(Outcome.Status.NOT_APPLICABLE, e.getMessage());
        } catch (ConvergenceException e) {
            return Outcome.failed(Outcome.Status.NOT_CONVERGED, e.getMessage());
        }
    }
}
