package org.escapement.study.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.Parameter;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads one axis of a sweep. */
final class AxisReader {

    private static final int MAX_POINTS = 10_000_000;

    private final Model model;

    AxisReader(Model model) {
        this.model = model;
    }

    SweepAxis read(Entry entry) {
        String name = entry.key();
        if (entry.value() instanceof Node.Listing list) return values(name, points(name, list), label(name));
        Fields f = Fields.of(entry.value(), "axis '" + name + "'");
        SweepAxis axis;
        if (f.optional("states").isPresent()) axis = states(name, f);
        else if (f.optional("random").isPresent()) axis = random(name, f);
        else if (f.optional("values").isPresent())
            axis = values(name, points(name, f.required("values")), label(name, f));
        else axis = grid(name, f);
        f.finish();
        return axis;
    }

    private String label(String name) {
        Parameter p = model.parameters().get(name);
        return p == null ? "" : p.label().orElse("");
    }

    private String label(String name, Fields f) {
        return f.text("label").orElse(label(name));
    }

    private static SweepAxis values(String name, double[] values, String label) {
        return new SweepAxis.Values(name, values, label);
    }

    private static double[] numbers(Node node) {
        return Fields.items(node).stream().mapToDouble(MeasureReader::number).toArray();
    }

    private static double[] points(String name, Node node) {
        double[] values = numbers(node);
        if (values.length == 0) throw new SourceException(node.position(), "the axis '" + name + "' has no values");
        return values;
    }

    private SweepAxis grid(String name, Fields f) {
        Node fromNode = f.required("from");
        double from = MeasureReader.number(fromNode);
        double to = MeasureReader.number(f.required("to"));
        boolean log = f.optional("scale")
                .map(n -> Fields.choice(n, "scale", List.of("linear", "log")).equals("log"))
                .orElse(false);
        if (log && f.optional("step").isPresent()) {
            throw new SourceException(fromNode.position(), "a logarithmic axis is given by its number of 'points'");
        }
        int points = f.optional("step").isPresent() ? steps(f, from, to) : points(f);
        if (points > 1 && to == from) {
            throw new SourceException(fromNode.position(), "the axis '" + name + "' begins and ends at " + from);
        }
        if (log && !(from > 0 && to > 0)) {
            throw new SourceException(
                    fromNode.position(), "a logarithmic axis needs positive ends, not " + from + " and " + to);
        }
        double[] values = new double[points];
        for (int k = 0; k < points; k++) {
            double x = points == 1 ? 0 : (double) k / (points - 1);
            values[k] = log ? from * Math.pow(to / from, x) : from + (to - from) * x;
        }
        return values(name, values, label(name, f));
    }

    private static int points(Fields f) {
        Node node = f.required("points");
        double points = MeasureReader.number(node);
        if (points != Math.rint(points) || points < 1 || points > MAX_POINTS) {
            throw new SourceException(
                    node.position(), "'points' is a whole number from 1 to " + MAX_POINTS + ", not " + points);
        }
        return (int) points;
    }

    private static int steps(Fields f, double from, double to) {
        Node node = f.required("step");
        f.optional("points").ifPresent(n -> {
            throw new SourceException(n.position(), "an axis is given by 'points' or by 'step', not by both");
        });
        double count = (to - from) / MeasureReader.number(node);
        if (!(count > 0 && count < MAX_POINTS) || Math.abs(count - Math.rint(count)) > 1e-6) {
            throw new SourceException(
                    node.position(), "the step must divide the range from " + from + " to " + to + " into whole parts");
        }
        return (int) Math.rint(count) + 1;
    }

    private SweepAxis states(String name, Fields f) {
        List<String> names = new ArrayList<>();
        for (Node item : f.list("states")) {
            String state = Fields.scalar(item, "states").text();
            if (!model.states().containsKey(state)) {
                throw new SourceException(
                        item.position(),
                        "the model has no state '" + state + "'"
                                + NearestWord.hint(state, model.states().keySet()));
            }
            names.add(state);
        }
        return new SweepAxis.States(name, names);
    }

    private SweepAxis random(String name, Fields f) {
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        for (Entry e :
                Fields.of(f.required("random"), "the random starts").all().values()) {
            if (!model.parameters().containsKey(e.key())) {
                throw new SourceException(
                        e.keyPosition(),
                        "the model has no parameter '" + e.key() + "'"
                                + NearestWord.hint(e.key(), model.parameters().keySet()));
            }
            double[] ends = numbers(e.value());
            if (ends.length != 2 || !(ends[0] <= ends[1])) {
                throw new SourceException(e.value().position(), "an interval is [lower, upper]");
            }
            intervals.put(e.key(), List.of(ends[0], ends[1]));
        }
        int count = points(f);
        Node seedNode = f.required("seed");
        double seed = MeasureReader.number(seedNode);
        if (seed != Math.rint(seed) || Math.abs(seed) > 1L << 53) {
            throw new SourceException(seedNode.position(), "a seed is a whole number");
        }
        return new SweepAxis.Random(name, count, (long) seed, intervals);
    }
}
