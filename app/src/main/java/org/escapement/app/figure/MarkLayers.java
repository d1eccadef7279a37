package org.escapement.app.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.Dataset;
import org.escapement.plot.Anchor;
import org.escapement.plot.Line;
import org.escapement.plot.LineStyle;
import org.escapement.plot.Note;
import org.escapement.plot.Orientation;
import org.escapement.plot.ReferenceLine;
import org.escapement.plot.Shade;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/**
 * Reads the layers at places given in the file: {@code curve}, {@code horizontal}, {@code vertical}, {@code shade},
 * {@code note}. A place that is a result which is not ok draws nothing.
 */
final class MarkLayers {
    private final Map<String, Dataset> data;

    MarkLayers(Map<String, Dataset> data) {
        this.data = data;
    }

    Drawing curve(Node node) {
        Fields f = Fields.of(node, "a curve");
        double[] x = Numbers.list(f.required("x"));
        double[] y = Numbers.list(f.required("y"));
        LineStyle style = StyleKeys.of(f).over(LineStyle.AUTO);
        String label = f.text("label").orElse("");
        f.finish();
        return Drawing.mark(Words.at(node.position(), () -> new Line(x, y, label, style)));
    }

    Drawing horizontal(Node node) {
        return reference(node, "a horizontal line", ReferenceLine.horizontal(0));
    }

    Drawing vertical(Node node) {
        return reference(node, "a vertical line", ReferenceLine.vertical(0));
    }

    private Drawing reference(Node node, String what, ReferenceLine preset) {
        Fields f = Fields.of(node, what);
        Node at = f.required("at");
        LineStyle style = StyleKeys.of(f).over(preset.style());
        String label = f.text("label").orElse("");
        f.finish();
        double place = place(at);
        return Double.isNaN(place)
                ? Drawing.nothing()
                : Drawing.mark(new ReferenceLine(preset.orientation(), place, label, style));
    }

    /** A number, or {@code {run: r, value: name}} for a single number of a run. */
    private double place(Node node) {
        if (!(node instanceof Node.Mapping)) {
            return Numbers.number(node);
        }
        Fields f = Fields.of(node, "a place");
        RunChoice choice = RunChoice.of(f, "a place");
        Node value = f.required("value");
        f.finish();
        return choice.in(data).number(value);
    }

    Drawing shade(Node node) {
        Fields f = Fields.of(node, "a shade");
        Optional<Node> x = f.optional("x");
        Optional<Node> y = f.optional("y");
        Optional<Node> colour = f.optional("colour");
        Optional<Node> opacity = f.optional("opacity");
        f.finish();
        if (x.isPresent() == y.isPresent()) {
            throw new SourceException(node.position(), "a shade has either 'x: [from, to]' or 'y: [from, to]'");
        }
        List<Node> ends = Numbers.items(x.or(() -> y).orElseThrow(), x.isPresent() ? "x" : "y", 2, "[from, to]");
        double from = place(ends.get(0));
        double to = place(ends.get(1));
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return Drawing.nothing();
        }
        Orientation orientation = x.isPresent() ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        Shade preset = Shade.vertical(from, to);
        String name = colour.map(n -> Fields.scalar(n, "colour").text()).orElse(preset.colour());
        double visible = opacity.map(n -> Numbers.within(n, "opacity", 0, 1)).orElse(preset.opacity());
        Position position = colour.orElse(node).position();
        return Drawing.mark(Words.at(position, () -> new Shade(orientation, from, to, name, visible)));
    }

    Drawing note(Node node) {
        Fields f = Fields.of(node, "a note");
        Node at = f.required("at");
        String text = f.requiredText("text");
        boolean frame = f.optional("frame").map(n -> Words.yes(n, "frame")).orElse(false);
        Anchor anchor = f.optional("anchor")
                .map(n -> Words.constant(n, "anchor", Anchor.class))
                .orElse(Anchor.CENTRE);
        Optional<Node> colour = f.optional("colour");
        double size =
                f.optional("size").map(n -> Numbers.within(n, "size", 0.1, 10)).orElse(1.0);
        f.finish();
        List<Node> places = Numbers.items(at, "at", 2, "[x, y]");
        double x = place(places.get(0));
        double y = place(places.get(1));
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Drawing.nothing();
        }
        String name = colour.map(n -> Fields.scalar(n, "colour").text()).orElse("auto");
        Position position = colour.orElse(node).position();
        return Drawing.mark(Words.at(position, () -> new Note(x, y, text, anchor, name, size, frame)));
    }
}
