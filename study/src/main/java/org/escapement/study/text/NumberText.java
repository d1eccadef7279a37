package org.escapement.study.text;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionException;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.NamedNumbers;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads an expression of parameters and definitions where the name of a closed form or threshold could stand too. */
public final class NumberText {

    private NumberText() {}

    /** A single unknown word is most likely meant as the name of a closed form, so these are suggested. */
    public static Expression read(Model model, Node node) {
        String text = Fields.scalar(node, "number").text();
        Scope scope = model.numberScope();
        boolean unknown = text.matches("[A-Za-z_]\\w*")
                && !scope.symbols().contains(text)
                && !List.of("pi", "infinity").contains(text);
        if (!unknown) return Fields.expression(node, "number", scope);
        if (model.quantities().containsKey(text)) {
            throw new SourceException(
                    node.position(),
                    "'" + text + "' is a quantity of the state: write 'quantity: " + text + "' and how it is read off");
        }
        TreeSet<String> words = new TreeSet<>(scope.symbols());
        words.addAll(model.closedForms().keySet());
        words.addAll(model.thresholds().keySet());
        throw new SourceException(
                node.position(),
                "'" + text + "' is no parameter, definition, closed form or threshold of the model"
                        + NearestWord.hint(text, words));
    }

    /**
     * The single number a text means at a point: a closed form, a threshold, or an expression.
     *
     * @throws ModelException when there is none here, or more than one
     */
    public static double value(Model model, String text, ParameterValues point) {
        Optional<double[]> named = NamedNumbers.value(model, text, point);
        if (named.isPresent()) {
            if (named.get().length == 1) return named.get()[0];
            throw new ModelException("'" + text + "' is a list of " + named.get().length + " numbers");
        }
        try {
            return point.evaluate(ExpressionParser.parse(text, model.numberScope()));
        } catch (ExpressionException e) {
            throw new ModelException("in '" + text + "': " + e.getMessage());
        }
    }
}
