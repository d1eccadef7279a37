package org.escapement.observables;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ClosedForm;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.model.Threshold;
import org.escapement.numerics.roots.BracketedRoot;

/** Numbers a model names that need no dynamics: closed forms and thresholds. */
public final class NamedNumbers {

    private static final int MAX_DEPTH = 20;

    /** In how many parts a bracket is searched for its first root. */
    private static final int PARTS = 256;

    private final Model model;
    private final ParameterValues point;
    private int depth;

    private NamedNumbers(Model model, ParameterValues point) {
        this.model = model;
        this.point = point;
    }

    /**
     * The closed form or threshold of that name at a parameter point, or empty when the model has none.
     *
     * @throws ModelException when a condition of the form does not hold, or no root lies in the bracket
     */
    public static Optional<double[]> value(Model model, String name, ParameterValues point) {
        return new NamedNumbers(model, point).value(name);
    }

    private Optional<double[]> value(String name) {
        ClosedForm form = model.closedForms().get(name);
        if (form != null) return Optional.of(closedForm(form));
        Threshold threshold = model.thresholds().get(name);
        if (threshold != null) return Optional.of(new double[] {threshold(threshold)});
        return Optional.empty();
    }

    /** A symbol inside a closed form: a number of the model, or another named number. */
    private double symbol(String name) {
        boolean named =
                model.closedForms().containsKey(name) || model.thresholds().containsKey(name);
        if (!named) return point.value(name);
        if (++depth > MAX_DEPTH) throw new ModelException("closed forms refer to one another in a circle at " + name);
        double[] values = value(name).orElseThrow();
        depth--;
        if (values.length != 1) throw new ModelException("'" + name + "' is a list of numbers, not one");
        return values[0];
    }

    private double[] closedForm(ClosedForm form) {
        require(form.name(), form.requires());
        double[] values = form.values().stream()
                .mapToDouble(e -> Evaluation.of(e, this::symbol))
                .toArray();
        for (double v : values) {
            if (Double.isNaN(v)) throw new ModelException("'" + form.name() + "' is not a real number here");
        }
        return values;
    }

    private void require(String name, List<Expression> conditions) {
        for (Expression condition : conditions) {
            if (Evaluation.of(condition, this::symbol) == 0) {
                throw new ModelException("'" + name + "' needs " + condition.text() + ", which does not hold here");
            }
        }
    }

    /** The first root in the bracket. */
    private double threshold(Threshold t) {
        require(t.name(), t.requires());
        DoubleUnaryOperator f = x -> Evaluation.of(t.equation(), s -> s.equals(t.unknown()) ? x : symbol(s));
        double from = Evaluation.of(t.from(), this::symbol);
        double to = Evaluation.of(t.to(), this::symbol);
        double left = from;
        double atLeft = f.applyAsDouble(left);
        for (int k = 1; k <= PARTS; k++) {
            double right = k == PARTS ? to : from + (to - from) * k / PARTS;
            double atRight = f.applyAsDouble(right);
            if (atLeft == 0 || atRight == 0 || atLeft > 0 != atRight > 0) {
                return BracketedRoot.bisect(f, left, right, 0);
            }
            left = right;
            atLeft = atRight;
        }
        throw new ModelException("'" + t.name() + "' has no root between " + from + " and " + to);
    }
}
