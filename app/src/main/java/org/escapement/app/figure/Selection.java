package org.escapement.app.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Variable;
import org.escapement.expression.NearestWord;
import org.escapement.plot.Tick;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/**
 * The part of one run that a layer draws: {@code where} fixes axes at their nearest positions, and axes with a single
 * position need no mention.
 */
final class Selection {
    private final String run;
    private final Dataset data;
    private final Map<String, Entry> where;

    Selection(String run, Dataset data, Map<String, Entry> where) {
        this.run = run;
        this.data = data;
        this.where = where;
        for (Entry entry : where.values()) {
            if (!axes().contains(entry.key())) {
                throw new SourceException(
                        entry.keyPosition(),
                        "run '" + run + "' has no axis '" + entry.key() + "'" + NearestWord.hint(entry.key(), axes()));
            }
        }
    }

    /** An axis or a variable. */
    Column column(Node node, String key) {
        return column(
                node,
                key,
                "axis or variable",
                Stream.concat(axes().stream(), variables().stream()).toList());
    }

    Column axis(Node node, String key) {
        return column(node, key, "axis", axes());
    }

    Column variable(Node node, String key) {
        return column(node, key, "variable", variables());
    }

    private Column column(Node node, String key, String kind, List<String> valid) {
        String name = Fields.scalar(node, key).text();
        if (!valid.contains(name)) {
            throw new SourceException(
                    node.position(),
                    "run '" + run + "' has no " + kind + " '" + name + "'" + NearestWord.hint(name, valid));
        }
        return new Column(node.position(), name, axes().contains(name));
    }

    private List<String> axes() {
        return data.schema().axes().stream().map(Axis::name).toList();
    }

    private List<String> variables() {
        return data.schema().variables().stream().map(Variable::name).toList();
    }

    /** What a column says about the axis of the plot it is drawn along. */
    AxisHint hint(Column column) {
        if (!column.axis()) {
            return new AxisHint(data.schema().variable(column.name()).label(), List.of());
        }
        Axis axis = data.axis(column.name());
        List<Tick> names = IntStream.range(0, axis.categories().size())
                .mapToObj(i -> new Tick(i, axis.text(i)))
                .toList();
        return new AxisHint(axis.label(), names);
    }

    /**
     * The one axis that columns are drawn along: the one named among them, or else the only one their variables have
     * left. Empty when all of them are single numbers.
     *
     * @param series axes that are not drawn along because there is one curve for each of their positions
     */
    Optional<String> along(List<Column> columns, List<String> series) {
        List<Column> named = columns.stream().filter(Column::axis).toList();
        if (named.size() > 1) {
            throw new SourceException(
                    named.get(1).position(),
                    "'" + named.get(0).name() + "' and '" + named.get(1).name()
                            + "' are both axes: one of them must be a variable");
        }
        if (named.size() == 1) {
            return Optional.of(named.get(0).name());
        }
        Set<String> left = new LinkedHashSet<>();
        columns.forEach(c -> left.addAll(data.schema().variable(c.name()).axes()));
        left.removeAll(where.keySet());
        left.removeAll(series);
        left.removeIf(a -> data.axis(a).size() == 1);
        if (left.size() > 1) {
            throw new SourceException(
                    columns.get(0).position(),
                    "'" + columns.get(0).name() + "' of run '" + run
                            + "' can be drawn along " + String.join(" or ", left)
                            + ": fix all but one of them with where: " + example(left));
        }
        return left.stream().findFirst();
    }

    /** The part of the data in which the variables among some columns have exactly the axes that are drawn. */
    Dataset over(List<Column> columns, List<String> drawn) {
        Dataset part = data;
        for (Entry entry : where.values()) {
            Axis axis = fixed(entry, columns, drawn);
            part = part.slice(axis.name(), position(axis, entry.value()));
        }
        for (Axis axis : part.schema().axes()) {
            if (axis.size() == 1 && !drawn.contains(axis.name())) {
                part = part.slice(axis.name(), 0);
            }
        }
        for (Column column : columns) {
            if (!column.axis()) {
                check(column, part.schema().variable(column.name()).axes(), drawn);
            }
        }
        return part;
    }

    private Axis fixed(Entry entry, List<Column> columns, List<String> drawn) {
        String name = entry.key();
        if (drawn.contains(name)) {
            throw new SourceException(
                    entry.keyPosition(), "'" + name + "' is drawn here, so 'where' cannot fix it at one value");
        }
        List<Column> variables = columns.stream().filter(c -> !c.axis()).toList();
        if (variables.stream()
                .noneMatch(c -> data.schema().variable(c.name()).axes().contains(name))) {
            throw new SourceException(
                    entry.keyPosition(),
                    variables.stream().map(c -> "'" + c.name() + "'").collect(Collectors.joining(", "))
                            + (variables.size() == 1 ? " does" : " do") + " not depend on '" + name + "'");
        }
        return data.axis(name);
    }

    private void check(Column column, List<String> left, List<String> drawn) {
        List<String> missing = new ArrayList<>(drawn);
        missing.removeAll(left);
        List<String> open = new ArrayList<>(left);
        open.removeAll(drawn);
        String name = "'" + column.name() + "' of run '" + run + "' ";
        if (!missing.isEmpty()) {
            throw new SourceException(
                    column.position(),
                    name + "does not depend on '" + String.join("' or '", missing) + "'"
                            + (left.isEmpty() ? "" : "; it depends on " + String.join(", ", left)));
        }
        if (!open.isEmpty()) {
            throw new SourceException(
                    column.position(),
                    name + "also depends on " + String.join(", ", open) + ": fix " + (open.size() == 1 ? "it" : "them")
                            + " with where: " + example(open));
        }
    }

    /** The {@code where} that is missing, with the values each axis offers. */
    private String example(Collection<String> names) {
        return names.stream()
                .map(n -> n + ": <" + offer(data.axis(n)) + ">")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String offer(Axis axis) {
        return axis.categorical() ? String.join(", ", axis.categories()) : span(axis);
    }

    private static String span(Axis axis) {
        double[] sorted = Arrays.stream(axis.values()).sorted().toArray();
        return Numbers.text(sorted[0]) + " to " + Numbers.text(sorted[sorted.length - 1]);
    }

    /** Index of the position of an axis that a value of the file means: a category by name, the nearest number. */
    static int position(Axis axis, Node node) {
        if (axis.categorical()) {
            return axis.categories()
                    .indexOf(Fields.choice(node, "position of '" + axis.name() + "'", axis.categories()));
        }
        double value = Numbers.number(node);
        double[] sorted = Arrays.stream(axis.values()).sorted().toArray();
        int last = sorted.length - 1;
        // A value more than half a step beyond the ends is a mistake, not a wish for the last position.
        double least = 1e-6 * Math.max(1, Math.abs(sorted[0]));
        double below = last == 0 ? least : (sorted[1] - sorted[0]) / 2;
        double above = last == 0 ? least : (sorted[last] - sorted[last - 1]) / 2;
        if (value < sorted[0] - below || value > sorted[last] + above) {
            throw new SourceException(
                    node.position(),
                    "'" + axis.name() + "' was computed for " + span(axis) + ", not for " + Numbers.text(value));
        }
        return axis.nearest(value);
    }

    Axis dataAxis(String name) {
        return data.axis(name);
    }

    /** A variable that is a single number, NaN when its point is not ok. */
    double number(Node node) {
        Column column = variable(node, "value");
        return over(List.of(column), List.of()).values(column.name())[0];
    }
}
