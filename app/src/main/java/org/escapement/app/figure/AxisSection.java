package org.escapement.app.figure;

import java.util.List;
import java.util.Optional;
import org.escapement.plot.AxisSpec;
import org.escapement.plot.Scale;
import org.escapement.plot.Tick;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads {@code x} or {@code y} of a plot. */
final class AxisSection {
    private AxisSection() {}

    /** @param hint what the data say where the section is silent */
    static AxisSpec read(Optional<Node> section, String name, AxisHint hint) {
        if (section.isEmpty()) {
            return new AxisSpec(hint.label(), Scale.LINEAR, Double.NaN, Double.NaN, hint.ticks());
        }
        Fields f = Fields.of(section.get(), "the " + name + " axis");
        String label = f.text("label").orElse(hint.label());
        Optional<Node> range = f.optional("range");
        Scale scale = f.optional("scale")
                .map(n -> Words.constant(n, "scale", Scale.class))
                .orElse(Scale.LINEAR);
        Optional<Node> ticks = f.optional("ticks");
        f.finish();
        double[] ends = range.map(Numbers::range).orElse(new double[] {Double.NaN, Double.NaN});
        List<Tick> places = ticks.map(AxisSection::ticks).orElse(hint.ticks());
        return Words.at(
                range.orElse(section.get()).position(), () -> new AxisSpec(label, scale, ends[0], ends[1], places));
    }

    private static List<Tick> ticks(Node node) {
        if (!(node instanceof Node.Listing list) || list.items().isEmpty()) {
            throw new SourceException(node.position(), "'ticks' is a list such as [0, 0.5, 1]");
        }
        return list.items().stream().map(AxisSection::tick).toList();
    }

    /** A plain decimal is labelled as written, so that 0.50 keeps its zero. */
    private static Tick tick(Node node) {
        if (node instanceof Node.Mapping) {
            Fields f = Fields.of(node, "a tick");
            Tick tick = new Tick(Numbers.number(f.required("at")), f.requiredText("label"));
            f.finish();
            return tick;
        }
        String text = Fields.scalar(node, "ticks").text();
        double value = Numbers.number(node);
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return new Tick(value, "$" + text + "$");
        }
        if (text.matches("[-+.\\deE]+")) {
            return Tick.of(value);
        }
        throw new SourceException(node.position(), "say how the tick is labelled: {at: " + text + ", label: \"...\"}");
    }
}
