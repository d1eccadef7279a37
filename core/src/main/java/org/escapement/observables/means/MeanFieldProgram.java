package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Measurement;

/**
 * Mean-field equations together with everything that is to be measured: the state is extended by integrals and angles,
 * and the measured quantities are compiled as functions of that extended state. Immutable; compile once, run for many
 * points from many threads.
 */
public final class MeanFieldProgram {

    private final MeanFieldEquations equations;
    private final List<Readout> readouts;
    private final List<Functional> functionals;
    private final Map<String, Expression> starts;
    private final List<StartingQuotient> quotients;
    private final CompiledEquations flow;
    private final CompiledEquations outputs;

    private MeanFieldProgram(MeanFieldEquations equations, List<Measurement> measurements) {
        this.equations = equations;
        QuantityCompiler compiler = new QuantityCompiler(new MeanFieldWords(equations));
        List<Expression> output = new ArrayList<>();
        List<Readout> all = new ArrayList<>();
        for (Measurement m : measurements) all.add(Readout.of(m, compiler, output));
        readouts = List.copyOf(all);
        functionals = compiler.carried().functionals();
        starts = compiler.carried().starts();
        quotients = compiler.carried().quotients();
        List<String> names = new ArrayList<>(equations.names());
        List<Expression> rates = new ArrayList<>(equations.rateExpressions());
        for (Functional f : functionals) {
            names.add(f.name());
            rates.add(compiler.carried().withQuotients(f.rate()));
        }
        flow = CompiledEquations.compile(names, rates);
        outputs = CompiledEquations.compile(
                names, output.stream().map(compiler.carried()::withQuotients).toList());
    }

    /**
     * Compiles measurements for a model at infinite N.
     *
     * @throws ModelException when a quantity grows with N or uses what the model does not have
     */
    public static MeanFieldProgram of(MeanFieldEquations equations, List<Measurement> measurements) {
        return new MeanFieldProgram(equations, measurements);
    }

    /** Whether every measurement is read off at fixed times, so that many points can run in vector lanes. */
    public boolean fitsLanes() {
        return readouts.stream().allMatch(Readout::atFixedTimes);
    }

    MeanFieldEquations equations() {
        return equations;
    }

    List<Readout> readouts() {
        return readouts;
    }

    CompiledEquations flow() {
        return flow;
    }

    CompiledEquations outputs() {
        return outputs;
    }

    /** One parameter point made ready: initial extended state and coefficient slots. */
    record Ready(double[] start, double[] flowSlots, double[] outputSlots) {}

    /** Prepares a point that starts from the given mean-field variables. */
    Ready prepare(ParameterValues point, double[] means) {
        ToDoubleFunction<String> numbers = equations.values(point);
        Map<String, Double> known = new HashMap<>();
        for (int i = 0; i < means.length; i++) known.put(equations.names().get(i), means[i]);
        known.put("t", 0.0);
        ToDoubleFunction<String> values = name -> {
            Double value = known.get(name);
            return value != null ? value : numbers.applyAsDouble(name);
        };
        double[] start = new double[means.length + functionals.size()];
        System.arraycopy(means, 0, start, 0, means.length);
        for (int i = 0; i < functionals.size(); i++) {
            Functional f = functionals.get(i);
            // Adding zero turns a negative zero into a positive one, which decides the branch of a principal angle.
            start[means.length + i] = Evaluation.of(f.start(), positiveZeros(values));
            known.put(f.name(), start[means.length + i]);
        }
        starts.forEach((name, e) -> known.put(name, Evaluation.of(e, values)));
        limits(known, values, means);
        return new Ready(start, flow.coefficients(values), outputs.coefficients(values));
    }

    private void limits(Map<String, Double> known, ToDoubleFunction<String> values, double[] means) {
        double size = Arrays.stream(means).map(Math::abs).max().orElse(0);
        Set<String> moving = new HashSet<>(equations.names());
        for (StartingQuotient q : quotients) {
            double[] limit = q.limit(values, moving, size);
            for (int k = 0; k < 2; k++) known.put(q.limitNames().get(k), limit[k]);
            known.put(q.name(), limit[0] / limit[1]);
        }
    }

    private static ToDoubleFunction<String> positiveZeros(ToDoubleFunction<String> values) {
        return name -> values.applyAsDouble(name) + 0.0;
    }
}
