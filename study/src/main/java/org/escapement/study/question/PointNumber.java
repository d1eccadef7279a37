package org.escapement.study.question;

import java.util.TreeSet;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.NamedNumbers;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/**
 * A number that may differ from point to point of a study.
 *
 * @param expression of parameters, definitions, closed forms and thresholds
 */
public record PointNumber(Expression expression) {

    /** Reads it from a file; unknown words are refused at their place. */
    public static PointNumber read(Node node, String what, Model model) {
        TreeSet<String> words = new TreeSet<>(model.numberScope().symbols());
        words.addAll(model.closedForms().keySet());
        words.addAll(model.thresholds().keySet());
        return new PointNumber(Fields.expression(node, what, Scope.numbers(words)));
    }

    /**
     * Its value.
     *
     * @throws ModelException when it is not a finite number there
     */
    public double at(Model model, ParameterValues values) {
        double value = Evaluation.of(expression, name -> number(model, values, name));
        if (!Double.isFinite(value)) {
            throw new ModelException("'" + expression.text() + "' is not a finite number at " + values.given());
        }
        return value;
    }

    private static double number(Model model, ParameterValues values, String name) {
        double[] named = NamedNumbers.value(model, name, values).orElseGet(() -> new double[] {values.value(name)});
        if (named.length != 1) throw new ModelException("'" + name + "' is a list of numbers, not one");
        return named[0];
    }

    /** The expression as it was written, for provenance. */
    @Override
    public String toString() {
        return expression.text();
    }
}
