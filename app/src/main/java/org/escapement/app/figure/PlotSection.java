package org.escapement.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.data.Dataset;
import org.escapement.plot.Inset;
import org.escapement.plot.Layer;
import org.escapement.plot.Legend;
import org.escapement.plot.Plot;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Listing;
import org.escapement.yaml.SourceException;

/** The keys of a plot, which a figure and an inset share. */
record PlotSection(Optional<Node> x, Optional<Node> y, Optional<Node> legend, Node layers, Optional<Node> insets) {

    static PlotSection of(Fields f) {
        return new PlotSection(
                f.optional("x"), f.optional("y"), f.optional("legend"), f.required("layers"), f.optional("insets"));
    }

    Plot read(Map<String, Dataset> data) {
        LayerReader reader = new LayerReader(data);
        List<Drawing> drawings = new ArrayList<>();
        for (Node node : items(layers, "layers")) {
            drawings.add(reader.read(node));
        }
        if (drawings.isEmpty()) {
            throw new SourceException(layers.position(), "a plot needs at least one layer");
        }
        AxisHint across = hint(drawings, Drawing::x);
        AxisHint up = hint(drawings, Drawing::y);
        boolean apart =
                labels(drawings, Drawing::y).size() > 1 && drawings.stream().noneMatch(Drawing::heatMap);
        List<Layer> drawn = new ArrayList<>();
        drawings.forEach(d -> drawn.addAll((apart ? d.named() : d).layers()));
        List<Inset> small = new ArrayList<>();
        for (Node node : insets.map(n -> items(n, "insets")).orElse(List.of())) {
            small.add(inset(node, data));
        }
        Legend place =
                legend.map(n -> Words.constant(n, "legend", Legend.class)).orElse(Legend.BEST);
        return Words.at(
                layers.position(),
                () -> new Plot(drawn, AxisSection.read(x, "x", across), AxisSection.read(y, "y", up), place, small));
    }

    private static List<Node> items(Node node, String key) {
        if (node instanceof Listing list) {
            return list.items();
        }
        throw new SourceException(node.position(), "'" + key + "' must be a list, not " + node.kind());
    }

    /** A heat map rules the axes; otherwise they are labelled when all data drawn agree. */
    private static AxisHint hint(List<Drawing> drawings, Function<Drawing, Optional<AxisHint>> side) {
        List<AxisHint> ruling = hints(drawings.stream().filter(Drawing::heatMap).toList(), side);
        List<AxisHint> all = ruling.isEmpty() ? hints(drawings, side) : ruling;
        return all.isEmpty() || all.stream().map(AxisHint::label).distinct().count() > 1
                ? AxisHint.NONE
                : all.getFirst();
    }

    private static List<AxisHint> hints(List<Drawing> drawings, Function<Drawing, Optional<AxisHint>> side) {
        return drawings.stream().flatMap(d -> side.apply(d).stream()).toList();
    }

    private static List<String> labels(List<Drawing> drawings, Function<Drawing, Optional<AxisHint>> side) {
        return hints(drawings, side).stream().map(AxisHint::label).distinct().toList();
    }

    private static Inset inset(Node node, Map<String, Dataset> data) {
        Fields f = Fields.of(node, "an inset");
        Node at = f.required("at");
        PlotSection section = of(f);
        f.finish();
        double[] place = Numbers.items(at, "at", 4, "[left, bottom, width, height] in fractions of the frame").stream()
                .mapToDouble(Numbers::number)
                .toArray();
        Plot plot = section.read(data);
        return Words.at(at.position(), () -> new Inset(plot, place[0], place[1], place[2], place[3]));
    }
}
