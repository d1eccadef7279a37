package org.escapement.observables.means;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.EnsembleSymmetry;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.ModelException;
import org.escapement.model.Parameter;
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
        double[] full = variables(point, start);
        MeanFieldEquations common = commonMotion(point, full);
        MeanFieldProgram program = MeanFieldProgram.of(common, measurements);
        return new MeanFieldRunner(program, accuracy).run(point, common.reduce(full));
    }

    /** The equations with one set of variables for ensembles that start and move alike at this point. */
    private MeanFieldEquations commonMotion(ParameterValues point, double[] full) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter p : equations.model().parameters().values()) {
            if (p.preset().isPresent() || point.given().containsKey(p.name()))
                values.put(p.name(), point.value(p.name()));
        }
        List<String> names = equations.names();
        return equations.identify(EnsembleSymmetry.find(equations, values, (a, b) -> {
            int i = names.indexOf(a.name() + ".x");
            int j = names.indexOf(b.name() + ".x");
            return Arrays.equals(full, i, i + 3, full, j, j + 3);
        }));
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
