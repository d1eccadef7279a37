package org.escapement.study.question.moments;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionException;
import org.escapement.model.ModelException;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystem;
import org.escapement.observables.means.LinearQuantity;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * A quantity that is the expectation value of one operator.
 *
 * @param text as asked for
 * @param meaning of the named quantity, or the text
 * @param unit of the named quantity, or empty
 */
record Observable(String text, Operator operator, String meaning, String unit) {

    /** Reads one from a file; what is not linear in the state is refused at its place. */
    static Observable read(Node node, OpenSystem model) {
        Expression quantity = QuantityText.read(model, node, "quantity");
        String text = Fields.scalar(node, "quantity").text();
        NamedQuantity named = model.quantities().get(text);
        try {
            return new Observable(
                    text,
                    LinearQuantity.of(model, quantity),
                    named == null ? text : named.meaning().orElse(text),
                    named == null ? "" : named.unit().orElse(""));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
    }

    /** Two of them. */
    static List<Observable> pair(Node node, OpenSystem model) {
        List<Node> items = Fields.items(node);
        if (items.size() == 2) {
            return items.stream().map(n -> read(n, model)).toList();
        }
        throw new SourceException(node.position(), "a correlation is between two quantities, [later, earlier]");
    }

    /** Reads an operator such as {@code A.plus}. */
    static Operator operator(Node node, OpenSystem model) {
        Node.Scalar text = Fields.scalar(node, "operator");
        try {
            Operator o = model.operator(text.text());
            if (!o.isZero()) return o;
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (ExpressionException e) {
            throw new SourceException(text.at(e.offset()), e.getMessage());
        }
        throw new SourceException(node.position(), "'" + text.text() + "' is zero");
    }

    /**
     * A number per its power of N as a number for infinite N.
     *
     * @throws ModelException when the quantity grows with N
     */
    double limit(int twiceOrder, double value, String size) {
        if (twiceOrder < 0) return 0;
        if (twiceOrder == 0) return value;
        String power = twiceOrder == 2 ? size : size + "^(" + twiceOrder + "/2)";
        throw new ModelException(
                "'" + text + "' grows like " + power + " for large " + size + ": divide by that power");
    }
}
