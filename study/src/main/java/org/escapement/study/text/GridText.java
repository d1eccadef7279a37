package org.escapement.study.text;

import java.util.ArrayList;
import java.util.List;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads ascending numbers: {@code [0, 1, 3]} or {@code {from: 0, to: 10, points: 11}}. */
public final class GridText {

    private static final int MAX_POINTS = 1_000_000;

    private GridText() {}

    /**
     * The numbers.
     *
     * @param what what they belong to, such as {@code a series}
     * @param plural what they are, such as {@code times}
     */
    public static List<Double> read(Node node, String what, String plural) {
        if (node instanceof Node.Listing list) return listed(list, what, plural);
        Fields f = Fields.of(node, what);
        double from = MeasureReader.number(f.required("from"));
        double to = MeasureReader.number(f.required("to"));
        double points = MeasureReader.number(f.required("points"));
        f.finish();
        if (points != Math.rint(points) || points > MAX_POINTS) {
            throw new SourceException(node.position(), "'points' is a whole number up to " + MAX_POINTS);
        }
        if (points < 2 || !(to > from)) {
            throw new SourceException(
                    node.position(), what + " needs at least 2 points between two different " + plural);
        }
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < points; k++) values.add(from + (to - from) * k / (points - 1));
        return values;
    }

    private static List<Double> listed(Node.Listing list, String what, String plural) {
        List<Double> values = new ArrayList<>();
        for (Node item : list.items()) {
            double value = MeasureReader.number(item);
            if (!values.isEmpty() && value <= values.getLast()) {
                throw new SourceException(item.position(), "the " + plural + " of " + what + " ascend");
            }
            values.add(value);
        }
        if (values.isEmpty()) throw new SourceException(list.position(), what + " needs at least one number");
        return values;
    }
}
