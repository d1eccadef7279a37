package org.escapement.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.LargeSize;
import org.escapement.expression.Laurent;
import org.escapement.expression.NearestWord;

/**
 * Numbers for a model's symbols at one parameter point: given values, presets, definitions. The size may be left out
 * for the levels at infinite N, which ask for series in 1/N instead.
 *
 * <p>Not thread-safe (it remembers what it has computed); one instance for each point.
 */
public final class ParameterValues {

    private final Model model;
    private final Map<String, Double> given;
    private final Map<String, Double> computed = new HashMap<>();
    private final Map<String, Laurent> series = new HashMap<>();

    private ParameterValues(Model model, Map<String, Double> given) {
        this.model = model;
        this.given = new LinkedHashMap<>(given);
    }

    /**
     * Values at one point.
     *
     * @throws ModelException for a name the model does not have, or a value that is not a number
     */
    public static ParameterValues of(Model model, Map<String, Double> given) {
        for (Map.Entry<String, Double> entry : given.entrySet()) {
            String name = entry.getKey();
            if (!model.parameters().containsKey(name) && !name.equals(model.size())) {
                throw new ModelException("the model '" + model.name() + "' has no parameter '" + name + "'"
                        + NearestWord.hint(name, model.parameters().keySet()));
            }
            if (Double.isNaN(entry.getValue())) throw new ModelException("parameter '" + name + "' is not a number");
        }
        return new ParameterValues(model, given);
    }

    /** The value of a parameter, definition, opaque number or the size. */
    public double value(String name) {
        Double known = computed.get(name);
        if (known != null) return known;
        double value = compute(name);
        computed.put(name, value);
        return value;
    }

    private double compute(String name) {
        Double set = given.get(name);
        if (set != null) return set;
        Optional<Expression> definition = model.definition(name);
        if (definition.isPresent()) return finite(name, Evaluation.of(definition.get(), this::value));
        if (name.equals("pi")) return Math.PI;
        if (name.equals(model.size())) {
            throw new ModelException("the size " + name + " has no value: set it, for example " + name + "=10");
        }
        Parameter p = model.parameters().get(name);
        if (p == null) throw new ModelException("'" + name + "' is not a number of the model '" + model.name() + "'");
        return p.preset().orElseThrow(() -> missing(name));
    }

    private static ModelException missing(String name) {
        return new ModelException("parameter '" + name + "' has no value: set it, for example " + name + "=1");
    }

    private double finite(String name, double value) {
        if (Double.isNaN(value)) {
            throw new ModelException("'" + name + "' is not a real number at " + given);
        }
        return value;
    }

    /** The large-N expansion of a symbol. */
    public Laurent series(String name) {
        Laurent known = series.get(name);
        if (known != null) return known;
        Laurent s;
        if (name.equals(model.size())) s = Laurent.size(2);
        else if (model.dependsOnSize(name))
            s = expand(name, model.definition(name).orElseThrow());
        else s = Laurent.constant(value(name));
        series.put(name, s);
        return s;
    }

    private Laurent expand(String name, Expression definition) {
        try {
            return LargeSize.expand(definition, this::series);
        } catch (ArithmeticException e) {
            throw new ModelException(
                    "'" + name + "' has no expansion for large " + model.size() + ": " + e.getMessage());
        }
    }

    /** Evaluates an expression of this point's numbers. */
    public double evaluate(Expression e) {
        return Evaluation.of(e, this::value);
    }

    /** The values that were given, in the order they were given. */
    public Map<String, Double> given() {
        return Map.copyOf(given);
    }
}
