package org.escapement.app.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.plot.Band;
import org.escapement.plot.Layer;
import org.escapement.plot.Line;
import org.escapement.plot.LineStyle;
import org.escapement.plot.Marker;
import org.escapement.plot.Points;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Mapping;
import org.escapement.yaml.SourceException;

/** Reads the layers drawn along one axis of a run: {@code line}, {@code lines}, {@code points}, {@code band}. */
final class CurveLayers {
    private final Map<String, Dataset> data;

    CurveLayers(Map<String, Dataset> data) {
        this.data = data;
    }

    Drawing line(Node node) {
        Fields f = Fields.of(node, "a line");
        RunChoice choice = RunChoice.of(f, "a line");
        Node xNode = f.required("x");
        Node yNode = f.required("y");
        StyleKeys style = StyleKeys.of(f);
        Optional<String> label = f.text("label");
        f.finish();
        Selection selection = choice.in(data);
        Column x = selection.column(xNode, "x");
        Column y = selection.column(yNode, "y");
        String along = selection.along(List.of(x, y), List.of()).orElseThrow(() -> single(y));
        Dataset part = selection.over(List.of(x, y), List.of(along));
        Line line = Line.of(x.values(part), y.values(part))
                .labelled(label.orElse(""))
                .styled(style.over(LineStyle.AUTO));
        return drawing(List.of(line), selection, x, y, label);
    }

    private static Drawing drawing(
            List<? extends Layer> layers, Selection selection, Column x, Column y, Optional<String> label) {
        return new Drawing(layers, Optional.of(selection.hint(x)), Optional.of(selection.hint(y)), label.isEmpty());
    }

    private static SourceException single(Column column) {
        return new SourceException(
                column.position(),
                "'" + column.name() + "' is a single number here: draw it with 'points', 'horizontal' or 'vertical'");
    }

    Drawing family(Node node) {
        String what = "a family of lines";
        Fields f = Fields.of(node, what);
        RunChoice choice = RunChoice.of(f, what);
        Node xNode = f.required("x");
        Node yNode = f.required("y");
        Node each = f.required("for each");
        StyleKeys style = StyleKeys.of(f);
        Optional<String> label = f.text("label");
        f.finish();
        Selection selection = choice.in(data);
        Column x = selection.column(xNode, "x");
        Column y = selection.column(yNode, "y");
        Column series = series(selection, each);
        String along = selection.along(List.of(x, y), List.of(series.name())).orElseThrow(() -> single(y));
        if (along.equals(series.name())) {
            throw new SourceException(
                    series.position(), "the lines are drawn along '" + along + "': 'for each' needs another axis");
        }
        Dataset part = selection.over(List.of(x, y), List.of(along, series.name()));
        List<Line> curves = curves(part, x, y, along, series.name());
        LineStyle drawn = style.over(LineStyle.AUTO);
        List<Line> chosen = chosen(selection.dataAxis(series.name()), each).stream()
                .map(i -> curves.get(i).styled(drawn))
                .map(l -> l.labelled(label.map(text -> name(text, l.label())).orElse(l.label())))
                .toList();
        return drawing(chosen, selection, x, y, label);
    }

    /** An empty text takes the names away; any other is put before the value each line belongs to. */
    private static String name(String text, String value) {
        return text.isEmpty() ? "" : text + ", " + value;
    }

    private static Column series(Selection selection, Node each) {
        if (each instanceof Mapping m) {
            if (m.entries().size() != 1) {
                throw new SourceException(each.position(), "'for each' names one axis, such as {J: [0, 1, 2]}");
            }
            Node.Entry entry = m.entries().values().iterator().next();
            return selection.axis(new Node.Scalar(entry.keyPosition(), entry.key(), false), "for each");
        }
        return selection.axis(each, "for each");
    }

    private static List<Integer> chosen(Axis axis, Node each) {
        if (each instanceof Mapping m) {
            Node values = m.entries().get(axis.name()).value();
            return Fields.items(values).stream()
                    .map(n -> Selection.position(axis, n))
                    .distinct()
                    .toList();
        }
        return IntStream.range(0, axis.size()).boxed().toList();
    }

    private static List<Line> curves(Dataset part, Column x, Column y, String along, String series) {
        int count = part.axis(series).size();
        List<double[]> xs = rows(part, x, along, series, count);
        List<double[]> ys = rows(part, y, along, series, count);
        List<Line> names = Line.family(part, (y.axis() ? x : y).name(), along, series);
        List<Line> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            curves.add(Line.of(xs.get(i), ys.get(i)).labelled(names.get(i).label()));
        }
        return curves;
    }

    private static List<double[]> rows(Dataset part, Column column, String along, String series, int count) {
        return column.axis()
                ? Collections.nCopies(count, column.values(part))
                : Line.family(part, column.name(), along, series).stream()
                        .map(Line::y)
                        .toList();
    }

    Drawing points(Node node) {
        String what = "a set of points";
        Fields f = Fields.of(node, what);
        RunChoice choice = RunChoice.of(f, what);
        Node xNode = f.required("x");
        Node yNode = f.required("y");
        Optional<Node> errorNode = f.optional("error");
        Optional<Node> colour = f.optional("colour");
        Optional<Node> marker = f.optional("marker");
        Optional<Node> size = f.optional("size");
        Optional<String> label = f.text("label");
        f.finish();
        Selection selection = choice.in(data);
        Column x = selection.column(xNode, "x");
        Column y = selection.column(yNode, "y");
        Optional<Column> error = errorNode.map(n -> selection.variable(n, "error"));
        List<Column> columns = Stream.concat(Stream.of(x, y), error.stream()).toList();
        Dataset part = selection.over(
                columns, selection.along(columns, List.of()).stream().toList());
        Points plain = Points.of(x.values(part), y.values(part));
        Points points = new Points(
                plain.x(),
                plain.y(),
                error.map(c -> c.values(part)).orElse(plain.error()),
                label.orElse(""),
                plain.colour(),
                marker.map(n -> Words.constant(n, "marker", Marker.class)).orElse(plain.marker()),
                size.map(n -> Numbers.within(n, "size", 0.1, 50)).orElse(plain.size()));
        Points drawn = colour.map(n -> Words.at(
                        n.position(),
                        () -> points.styled(Fields.scalar(n, "colour").text(), points.marker())))
                .orElse(points);
        return drawing(List.of(drawn), selection, x, y, label);
    }

    Drawing band(Node node) {
        Fields f = Fields.of(node, "a band");
        RunChoice choice = RunChoice.of(f, "a band");
        Node xNode = f.required("x");
        Node lowerNode = f.required("lower");
        Node upperNode = f.required("upper");
        Optional<Node> colour = f.optional("colour");
        Optional<Node> opacity = f.optional("opacity");
        String label = f.text("label").orElse("");
        f.finish();
        Selection selection = choice.in(data);
        Column x = selection.column(xNode, "x");
        Column lower = selection.variable(lowerNode, "lower");
        Column upper = selection.variable(upperNode, "upper");
        List<Column> columns = List.of(x, lower, upper);
        String along = selection.along(columns, List.of()).orElseThrow(() -> single(lower));
        Dataset part = selection.over(columns, List.of(along));
        double visible = opacity.map(n -> Numbers.within(n, "opacity", 0, 1)).orElse(0.25);
        Band band = Words.at(
                colour.map(Node::position).orElse(node.position()),
                () -> new Band(
                        x.values(part),
                        lower.values(part),
                        upper.values(part),
                        label,
                        colour.map(n -> Fields.scalar(n, "colour").text()).orElse("auto"),
                        visible));
        return new Drawing(List.of(band), Optional.of(selection.hint(x)), Optional.empty(), false);
    }
}
