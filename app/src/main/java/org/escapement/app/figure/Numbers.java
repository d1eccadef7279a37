package org.escapement.app.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Scope;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Numbers of a figure section, which may be written as expressions such as {@code pi/2}, as elsewhere in a study. */
final class Numbers {
    private Numbers() {}

    static double number(Node node) {
        double value = Evaluation.of(Fields.expression(node, "number", Scope.numbers(List.of())), name -> Double.NaN);
        if (!Double.isFinite(value)) {
            throw new SourceException(node.position(), "a finite number is needed here");
        }
        return value;
    }

    static double[] list(Node node) {
        return Fields.items(node).stream().mapToDouble(Numbers::number).toArray();
    }

    /** A number with both bounds allowed. */
    static double within(Node node, String what, double least, double most) {
        double value = number(node);
        if (value < least || value > most) {
            throw new SourceException(
                    node.position(),
                    "'" + what + "' lies between " + text(least) + " and " + text(most) + ", not " + text(value));
        }
        return value;
    }

    /** A number for messages, without digits that only rounding put there. */
    static String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(8))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The items of a list of known length. */
    static List<Node> items(Node node, String what, int count, String pattern) {
        if (node instanceof Node.Listing list && list.items().size() == count) {
            return list.items();
        }
        throw new SourceException(node.position(), "'" + what + "' is written " + pattern);
    }

    /** The ends of a range, NaN for an end written {@code auto}. */
    static double[] range(Node node) {
        return items(node, "range", 2, "[from, to], where 'auto' leaves an end to the data").stream()
                .mapToDouble(n -> n instanceof Node.Scalar s && s.text().equals("auto") ? Double.NaN : number(n))
                .toArray();
    }
}
