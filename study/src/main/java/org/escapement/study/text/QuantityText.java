package org.escapement.study.text;

import java.util.List;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionException;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.Scope;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/**
 * Reads what a user asks for: the name of a quantity of the model, or an expression in the model's words in which such
 * names may appear.
 */
public final class QuantityText {

    private QuantityText() {}

    /** Reads from a file; errors point at the place. */
    public static Expression read(OpenSystem model, Node node, String what) {
        return expand(model, Fields.expression(node, what, scope(model)));
    }

    /** Reads from the command line or a program. */
    public static Expression parse(OpenSystem model, String text) {
        try {
            return expand(model, ExpressionParser.parse(text, scope(model)));
        } catch (ExpressionException e) {
            throw new ModelException("in '" + text + "', character " + (e.offset() + 1) + ": " + e.getMessage());
        }
    }

    private static Scope scope(OpenSystem model) {
        Scope words = model.quantityScope();
        TreeSet<String> symbols = new TreeSet<>(words.symbols());
        symbols.addAll(model.quantities().keySet());
        return new Scope(symbols, words.functionals(), true);
    }

    private static Expression expand(OpenSystem model, Expression parsed) {
        return parsed.substitute(s -> model.quantities().containsKey(s.name())
                ? new Expression.Call("quantity", List.of(new Expression.Text(s.name())))
                : s);
    }
}
