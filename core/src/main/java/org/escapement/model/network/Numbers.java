package org.escapement.model.network;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;
import org.escapement.model.Parameter;

/** Values of a network model's symbols at one parameter point. Not thread-safe. */
final class Numbers {

    private final NetworkModel model;
    private final Map<String, Double> given;
    private final Map<String, Double> known = new HashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    Numbers(NetworkModel model, Map<String, Double> given) {
        this.model = model;
        this.given = Map.copyOf(given);
        for (Map.Entry<String, Double> entry : given.entrySet()) {
            String name = entry.getKey();
            if (!model.parameters().containsKey(name)) {
                throw new ModelException("the network '" + model.name() + "' has no parameter '" + name + "'"
                        + NearestWord.hint(name, model.parameters().keySet()));
            }
            if (Double.isNaN(entry.getValue())) throw new ModelException("parameter '" + name + "' is not a number");
        }
    }

    double of(Expression e) {
        return Evaluation.of(e, this::value);
    }

    private double value(String name) {
        Double found = known.get(name);
        if (found != null) return found;
        double value = compute(name);
        known.put(name, value);
        return value;
    }

    private double compute(String name) {
        Expression definition = model.definitions().get(name);
        if (definition != null) {
            if (!path.add(name)) {
                throw new ModelException("the definition of '" + name + "' leads back to itself: "
                        + String.join(" -> ", path) + " -> " + name);
            }
            double value = of(definition);
            path.remove(name);
            return value;
        }
        if (given.containsKey(name)) return given.get(name);
        if (name.equals("pi")) return Math.PI;
        Parameter p = model.parameters().get(name);
        if (p == null) {
            throw new ModelException("'" + name + "' is not a number of the network '" + model.name() + "'");
        }
        return p.preset()
                .orElseThrow(() -> new ModelException(
                        "parameter '" + name + "' has no value: set it, for example " + name + "=1"));
    }

    /** d e/d parameter through all definitions. */
    double slope(Expression e, String parameter) {
        return of(Derivative.along(e, s -> rate(((Expression.Symbol) s).name(), parameter)));
    }

    private Expression rate(String symbol, String parameter) {
        if (symbol.equals(parameter)) return Expression.ONE;
        Expression definition = model.definitions().get(symbol);
        if (definition == null) return Expression.ZERO;
        return Derivative.along(definition, s -> rate(((Expression.Symbol) s).name(), parameter));
    }
}
