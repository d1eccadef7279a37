package org.escapement.observables;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ClosedForm;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.Threshold;
import org.escapement.numerics.roots.BracketedRoot;

/** Numbers a model names that need no dynamics: closed forms and thresholds. */
public final class NamedNumbers {

    private NamedNumbers() {}

    /**
     * The closed form or threshold of that name at a parameter point, or empty when the model has none.
     *
     * @throws ModelException when a condition of the form does not hold, or no root lies in the bracket
     */
    public static Optional<double[]> value(OpenSystem model, String name, ParameterValues point) {
        ClosedForm form = model.closedForms().get(name);
        if (form != null) return Optional.of(closedForm(form, point));
        Threshold threshold = model.thresholds().get(name);
        if (threshold != null) return Optional.of(new double[] {threshold(threshold, point)});
        return Optional.empty();
    }

    private static double[] closedForm(ClosedForm form, ParameterValues point) {
        require(form.name(), form.requires(), point);
        double[] values = form.values().stream().mapToDouble(point::evaluate).toArray();
        for (double v : values) {
            if (Double.isNaN(v)) throw new ModelException("'" + form.name() + "' is not a real number here");
        }
        return values;
    }

    private static void require(String name, List<Expression> conditions, ParameterValues point) {
        for (Expression condition : conditions) {
            if (point.evaluate(condition) == 0) {
                throw new ModelException("'" + name + "' needs " + condition.text() + ", which does not hold here");
            }
        }
    }

    private static double threshold(Threshold t, ParameterValues point) {
        require(t.name(), t.requires(), point);
        try {
            return BracketedRoot.bisect(
                    x -> Evaluation.of(t.equation(), s -> s.equals(t.unknown()) ? x : point.value(s)),
                    point.evaluate(t.from()),
                    point.evaluate(t.to()),
                    0);
        } catch (ArithmeticException e) {
            throw new ModelException("'" + t.name() + "' has no root in its bracket: " + e.getMessage());
        }
    }
}
