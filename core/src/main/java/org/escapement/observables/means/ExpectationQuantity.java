package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;

/**
 * A quantity as a function of expectation values of whole operators, for levels that know such values at a given size: heat,
 * work and energy are operators, powers of N are numbers. Immutable and thread-safe.
 */
public final class ExpectationQuantity {

    private final Expression compiled;
    private final Map<String, Operator> operators;

    private ExpectationQuantity(Expression compiled, Map<String, Operator> operators) {
        this.compiled = compiled;
        this.operators = Map.copyOf(operators);
    }

    /**
     * Compiles a quantity of the state at one time.
     *
     * @throws ModelException when it uses what the model does not have, or a functional of time
     */
    public static ExpectationQuantity of(OpenSystem model, Expression quantity) {
        Words words = new Words(model);
        QuantityCompiler compiler = new QuantityCompiler(words);
        Expression compiled = compiler.compile(quantity);
        if (!compiler.carried().functionals().isEmpty()
                || !compiler.carried().starts().isEmpty()) {
            throw new ModelException("'" + quantity.text()
                    + "' needs more than the state at one time: no integral, start," + " change or angle here");
        }
        Map<String, Operator> byName = new LinkedHashMap<>();
        words.names.forEach((operator, name) -> byName.put(name, operator));
        return new ExpectationQuantity(compiled, byName);
    }

    /** The operators whose expectation values it needs. */
    public List<Operator> operators() {
        return List.copyOf(operators.values());
    }

    /**
     * Its value.
     *
     * @param mean expectation values of {@link #operators}
     * @param numbers parameters, the size, classical letters and the time by name
     */
    public double value(ToDoubleFunction<Operator> mean, ToDoubleFunction<String> numbers) {
        return Evaluation.of(compiled, name -> {
            Operator o = operators.get(name);
            return o != null ? mean.applyAsDouble(o) : numbers.applyAsDouble(name);
        });
    }

    /** Each operator is a variable of its own. */
    private static final class Words implements MeanWords {

        private final OpenSystem model;
        private final Map<Operator, String> names = new LinkedHashMap<>();

        Words(OpenSystem model) {
            this.model = model;
        }

        @Override
        public OpenSystem model() {
            return model;
        }

        @Override
        public boolean isLetter(String name) {
            int dot = name.indexOf('.');
            if (dot < 0) return false;
            List<String> sites = new ArrayList<>();
            model.ensembles().forEach(e -> sites.add(e.name()));
            model.modes().forEach(m -> sites.add(m.name()));
            return sites.contains(name.substring(0, dot));
        }

        @Override
        public Leading expectation(Operator o) {
            if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
            return new Leading(0, Expression.symbol(names.computeIfAbsent(o, k -> "mean#" + names.size())));
        }

        @Override
        public Leading number(Expression.Symbol s) {
            return new Leading(0, s);
        }

        @Override
        public Expression rate(String variable) {
            throw new ModelException("rates of change are not available here");
        }

        @Override
        public Leading ofState(String name) {
            throw new ModelException(
                    name + "() is a property of the whole state, not a function of expectation values");
        }
    }
}
