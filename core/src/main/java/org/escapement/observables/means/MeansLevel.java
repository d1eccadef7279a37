package org.escapement.observables.means;

import java.util.List;
import java.util.Optional;
import org.escapement.model.InitialState;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;

/** A level of description that measures quantities along one evolution, and in stationary states if it can. */
public interface MeansLevel {

    /** As on the command line. */
    String name();

    /**
     * Where an evolution starts.
     *
     * @param state a state the model names
     * @param variables numbers of the level's own variables, which take precedence
     */
    record Start(Optional<InitialState> state, Optional<double[]> variables) {}

    /** Measures along the evolution from t = 0. */
    Outcome measure(ParameterValues point, Start start, List<Measurement> measurements, Accuracy accuracy);

    /**
     * Values in the stationary state, each with an error estimate as second number.
     *
     * @throws org.escapement.dynamics.NotApplicableException by a level that cannot
     */
    List<double[]> stationary(ParameterValues point, List<Measurement> quantities);

    /** Where the level is not exact for the model, one sentence each. */
    List<String> warnings();
}
