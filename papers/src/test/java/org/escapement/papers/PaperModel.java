package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Evaluation;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;

/** A paper's model file and its derived equations, compared with equations typed from the paper. */
final class PaperModel {

    /** Equations of motion typed by hand. */
    interface Equations {
        double[] rates(double[] state, ToDoubleFunction<String> parameter);
    }

    private static final int TRIALS = 200;
    private static final double ROUNDING = 1e-13;

    final OpenSystem model;
    final MeanFieldEquations derived;

    PaperModel(String folder) {
        model = ModelReader.read(Path.of(folder, "model.yaml"));
        derived = MeanField.derive(model);
    }

    List<String> printed() {
        return derived.rateExpressions().stream().map(e -> e.text()).toList();
    }

    double[] rates(double[] state, Map<String, Double> parameters) {
        ToDoubleFunction<String> values = derived.values(ParameterValues.of(model, parameters));
        Map<String, Double> now = new LinkedHashMap<>();
        for (int i = 0; i < state.length; i++) now.put(derived.names().get(i), state[i]);
        return derived.rateExpressions().stream()
                .mapToDouble(e ->
                        Evaluation.of(e, name -> now.containsKey(name) ? now.get(name) : values.applyAsDouble(name)))
                .toArray();
    }

    /** At random states and random values of the named parameters, others at their presets. */
    void agreesWith(Equations typed, String... random) {
        RandomGenerator numbers = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
        for (int trial = 0; trial < TRIALS; trial++) {
            Map<String, Double> parameters = new LinkedHashMap<>();
            for (String name : random) parameters.put(name, numbers.nextDouble(0.05, 2.5));
            double[] state = numbers.doubles(derived.variables().size(), -1, 1).toArray();
            double[] expected = typed.rates(state, parameters::get);
            double[] actual = rates(state, parameters);
            for (int i = 0; i < expected.length; i++) {
                String where = derived.names().get(i) + " at " + parameters;
                assertEquals(expected[i], actual[i], ROUNDING * (1 + Math.abs(expected[i])), where);
            }
        }
    }
}
