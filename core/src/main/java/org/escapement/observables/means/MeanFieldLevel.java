package org.escapement.observables.means;

import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;

/** The limit of infinite N as a level. Immutable and thread-safe. */
public record MeanFieldLevel(MeanFieldEquations equations) implements MeansLevel {

    @Override
    public String name() {
        return "mean field";
    }

    @Override
    public Outcome measure(ParameterValues point, Start start, List<Measurement> measurements, Accuracy accuracy) {
        equations.requireRates(point);
        MeanFieldProgram program = MeanFieldProgram.of(equations, measurements);
        return new MeanFieldRunner(program, accuracy).run(point, variables(point, start));
    }

    /** The mean-field variables an evolution starts from. */
    public double[] variables(ParameterValues point, Start start) {
        return start.variables()
                .map(double[]::clone)
                .orElseGet(() -> equations.start(
                        start.state()
                                .orElseThrow(() -> new ModelException(
                                        "the model names no initial state: give the numbers of the state")),
                        point));
    }

    @Override
    public List<double[]> stationary(ParameterValues point, List<Measurement> quantities) {
        throw new NotApplicableException(
                "the mean field may have several stationary states or none: read quantities off "
                        + "at late times, or use the level \"exact\" with a number of atoms");
    }

    @Override
    public List<String> warnings() {
        return equations.warnings();
    }
}
