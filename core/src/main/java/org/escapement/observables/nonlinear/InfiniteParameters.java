package org.escapement.observables.nonlinear;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Symbol;

/**
 * Replaces what contains an infinite parameter and has a finite limit that does not depend on the variables, such as
 * exp(-b (1 - l x)) = 0 at b = infinity, by that number. Without this the derivative would be 0 times infinity.
 */
final class InfiniteParameters {

    private static final double[][] PROBES = {{0.013, 0.0071}, {-0.021, 0.0033}, {0.005, -0.0097}};

    private final Set<String> infinite;
    private final List<String> variables;
    private final ToDoubleFunction<String> values;

    InfiniteParameters(Set<String> infinite, List<String> variables, ToDoubleFunction<String> values) {
        this.infinite = infinite;
        this.variables = variables;
        this.values = values;
    }

    Expression replace(Expression e) {
        if (infinite.isEmpty() || !touched(e) || e instanceof Symbol) return e;
        Expression inner = e.mapChildren(this::replace);
        if (!touched(inner)) return inner;
        double first = probe(inner, PROBES[0]);
        boolean same = Double.isFinite(first) && first == probe(inner, PROBES[1]) && first == probe(inner, PROBES[2]);
        return same ? Expression.of(first) : inner;
    }

    private boolean touched(Expression e) {
        return e.symbols().stream().anyMatch(infinite::contains);
    }

    private double probe(Expression e, double[] numbers) {
        return Evaluation.of(e, name -> {
            int index = variables.indexOf(name);
            return index < 0 ? values.applyAsDouble(name) : numbers[0] + index * numbers[1];
        });
    }
}
