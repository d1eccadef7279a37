package org.escapement.app.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.Dataset;
import org.escapement.plot.ColourMap;
import org.escapement.plot.ColourScale;
import org.escapement.plot.HeatMap;
import org.escapement.plot.Scale;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads a {@code heat map}: a variable over two axes of a run. */
final class MapLayer {
    private final Map<String, Dataset> data;

    MapLayer(Map<String, Dataset> data) {
        this.data = data;
    }

    Drawing read(Node node) {
        Fields f = Fields.of(node, "a heat map");
        RunChoice choice = RunChoice.of(f, "a heat map");
        Node valueNode = f.required("value");
        Node xNode = f.required("x");
        Node yNode = f.required("y");
        Optional<String> label = f.text("label");
        ColourScale colours = colours(f);
        Optional<Node> mask = f.optional("mask");
        boolean bar = f.optional("bar").map(n -> Words.yes(n, "bar")).orElse(true);
        f.finish();
        Selection selection = choice.in(data);
        Column x = selection.axis(xNode, "x");
        Column y = selection.axis(yNode, "y");
        Column value = selection.variable(valueNode, "value");
        if (x.name().equals(y.name())) {
            throw new SourceException(y.position(), "'" + x.name() + "' cannot be both axes of a heat map");
        }
        HeatMap whole = map(selection, value, x, y);
        HeatMap plain =
                mask.map(n -> masked(n, whole, selection, x, y)).orElse(whole).coloured(colours);
        HeatMap named = plain.labelled(label.orElse(plain.label()));
        return new Drawing(
                List.of(bar ? named : named.withoutBar()),
                Optional.of(selection.hint(x)),
                Optional.of(selection.hint(y)),
                false);
    }

    private static HeatMap map(Selection selection, Column value, Column x, Column y) {
        Dataset part = selection.over(List.of(value), List.of(x.name(), y.name()));
        return HeatMap.of(part, value.name(), x.name(), y.name());
    }

    /** Without the points at which another variable is below or above a level. */
    private static HeatMap masked(Node node, HeatMap map, Selection selection, Column x, Column y) {
        Fields f = Fields.of(node, "a mask");
        double[] by = map(selection, selection.variable(f.required("value"), "value"), x, y)
                .values();
        double below = f.optional("below").map(Numbers::number).orElse(Double.NEGATIVE_INFINITY);
        double above = f.optional("above").map(Numbers::number).orElse(Double.POSITIVE_INFINITY);
        f.finish();
        double[] kept = map.values();
        for (int k = 0; k < kept.length; k++) if (by[k] < below || by[k] > above) kept[k] = Double.NaN;
        return new HeatMap(map.x(), map.y(), kept, map.label(), map.colours(), map.bar());
    }

    private static ColourScale colours(Fields f) {
        Optional<Node> map = f.optional("colours");
        Optional<Node> range = f.optional("range");
        Optional<Node> scale = f.optional("scale");
        Optional<Node> symmetry = f.optional("symmetric");
        List<Node> classes = f.list("classes");
        boolean symmetric = symmetry.map(n -> Words.yes(n, "symmetric")).orElse(false);
        String name =
                map.map(n -> Fields.choice(n, "colour map", ColourMap.NAMES)).orElse(symmetric ? "bluered" : "viridis");
        if (!classes.isEmpty()) {
            range.or(() -> scale).or(() -> symmetry).ifPresent(n -> {
                throw new SourceException(
                        n.position(), "classes are coloured one by one: leave out range, scale and symmetric");
            });
            return ColourScale.of(name).classes(Fields.texts(classes, "classes"));
        }
        double[] ends = range.map(Numbers::range).orElse(new double[] {Double.NaN, Double.NaN});
        Scale steps = scale.map(n -> Words.constant(n, "scale", Scale.class)).orElse(Scale.LINEAR);
        return Words.at(
                range.or(() -> scale).map(Node::position).orElse(f.position()),
                () -> new ColourScale(name, steps, ends[0], ends[1], symmetric, List.of()));
    }
}
