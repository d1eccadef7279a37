package org.escapement.study.question;

import java.util.List;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.numerics.roots.BracketedRoot;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * The value of a parameter at which the answer to another question passes a level, by halving.
 *
 * @param of what passes the level; its answer is one number
 * @param unknown the parameter
 * @param from one end of the bracket; the answers at both ends lie on different sides of the level
 * @param to the other end
 * @param threshold the level
 * @param width of the last bracket, absolute
 */
public record CrossingQuestion(
        Question of, String unknown, PointNumber from, PointNumber to, PointNumber threshold, double width)
        implements Question {

    /** Reads {@code {unknown: Omega2, between: [1, 2], level: 0, width: 1e-9}}. */
    public static CrossingQuestion read(Node node, Question of, Model model) {
        if (!of.axes().isEmpty()) {
            throw new SourceException(node.position(), "only a single number can cross a level");
        }
        Fields f = Fields.of(node, "a crossing");
        List<Node> ends = f.list("between");
        if (ends.size() != 2) throw new SourceException(f.position(), "'between' needs [lower, upper]");
        Node widthNode = f.required("width");
        CrossingQuestion q = new CrossingQuestion(
                of,
                Fields.choice(
                        f.required("unknown"),
                        "parameter",
                        List.copyOf(model.parameters().keySet())),
                PointNumber.read(ends.get(0), "between", model),
                PointNumber.read(ends.get(1), "between", model),
                PointNumber.read(f.required("level"), "level", model),
                MeasureReader.number(widthNode));
        f.finish();
        if (q.width > 0) return q;
        throw new SourceException(widthNode.position(), "the width of the last bracket is positive, not " + q.width);
    }

    @Override
    public Reply answer(Point point) {
        double a = point.number(from);
        double b = point.number(to);
        double wanted = point.number(threshold);
        try {
            double root = BracketedRoot.bisect(x -> value(point, x) - wanted, a, b, width);
            return Reply.of(root, width);
        } catch (ArithmeticException e) {
            throw new ModelException(
                    "no crossing of the level " + wanted + " by changing " + unknown + ": " + e.getMessage());
        }
    }

    private double value(Point point, double x) {
        try (Point there = point.with(unknown, x)) {
            return of.answer(there).values()[0];
        }
    }

    @Override
    public String level() {
        return of.level();
    }

    @Override
    public String meaning() {
        return unknown + " at which this is reached: " + of.meaning();
    }
}
