package org.escapement.observables.means;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;

/**
 * A quantity at finite N that is a sum of means, such as a power or a heat current, so that it has fluctuations: it stands
 * for one operator.
 *
 * @param constant what does not depend on the state
 * @param weights operators and the numbers before their means
 */
public record LinearQuantity(double constant, Map<Operator, Double> weights) {

    private static final double ROUNDING = 1e-9;

    public LinearQuantity {
        weights = Map.copyOf(weights);
    }

    /**
     * Takes a quantity apart.
     *
     * @throws ModelException when it is not a sum of means with numbers before them
     */
    public static LinearQuantity of(ExactSystem system, Expression quantity) {
        ExactWords words = new ExactWords(system.numbers());
        QuantityCompiler compiler = new QuantityCompiler(words);
        Expression compiled = compiler.compile(quantity);
        ExactRunner.requireNoTime(compiler);
        List<Operator> operators = words.operators();
        double[] at = new double[operators.size()];
        double constant = value(system, compiled, at);
        Map<Operator, Double> weights = new LinkedHashMap<>();
        double sum = constant;
        for (int k = 0; k < at.length; k++) {
            at[k] = 1;
            double weight = value(system, compiled, at) - constant;
            at[k] = 3;
            requireLinear(quantity, value(system, compiled, at) - constant, 3 * weight);
            at[k] = 0;
            weights.put(operators.get(k), weight);
            sum += weight;
        }
        Arrays.fill(at, 1);
        requireLinear(quantity, value(system, compiled, at), sum);
        return new LinearQuantity(constant, weights);
    }

    private static void requireLinear(Expression quantity, double value, double expected) {
        if (Math.abs(value - expected) <= ROUNDING * Math.max(Math.abs(value), Math.abs(expected))) return;
        throw new ModelException("'" + quantity.text()
                + "' is not a sum of means with numbers before them, so that it has no operator that fluctuates");
    }

    private static double value(ExactSystem system, Expression compiled, double[] means) {
        return Evaluation.of(compiled, name -> {
            int mean = ExactWords.indexOf(name);
            if (mean >= 0) return means[mean];
            if (name.startsWith("state#")) {
                throw new ModelException("a quantity of the whole state, such as the entropy, has no operator that fluctuates");
            }
            return system.numbers().value(Symbol.parameter(name), changing -> {
                throw new ModelException("'" + changing + "' changes in time: there are no stationary fluctuations");
            });
        });
    }
}
