package org.escapement.study;

import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.OpenSystem;
import org.escapement.observables.nonlinear.FlowFamily;

/** The mean field of a model, derived when it is first asked for and shared by all evaluations of the model. */
final class MeanFieldLimit {

    private final Lazy<MeanFieldEquations> equations;
    private final Lazy<FlowFamily> flows;

    MeanFieldLimit(OpenSystem model) {
        equations = new Lazy<>(() -> MeanField.derive(model));
        flows = new Lazy<>(() -> FlowFamily.of(get()));
    }

    MeanFieldEquations get() {
        return equations.get();
    }

    FlowFamily flows() {
        return flows.get();
    }
}
