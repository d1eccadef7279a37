package org.escapement.study.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads the statistics of a sweep; they share the axis they run over, since they share a dataset. */
final class StatisticsReader {

    private static final List<String> FITTED =
            List.of("limit", "error of limit", "exponent", "error of exponent", "fitted curve");
    private static final List<String> KINDS = Stream.concat(
                    Stream.of("mean", "standard error", "variance", "minimum", "maximum", "position of jump"),
                    FITTED.stream())
            .toList();

    private final List<SweepAxis> axes;
    private final List<Recording> recordings;

    StatisticsReader(List<SweepAxis> axes, List<Recording> recordings) {
        this.axes = axes;
        this.recordings = recordings;
    }

    List<Run.Statistic> read(Node node) {
        List<Run.Statistic> statistics = new ArrayList<>();
        for (Entry e : Fields.of(node, "the statistics").all().values()) {
            RunReader.requireName(e, "statistic");
            Fields f = Fields.of(e.value(), "statistic '" + e.key() + "'");
            statistics.add(statistic(e, f, statistics));
            f.finish();
        }
        return statistics;
    }

    private Run.Statistic statistic(Entry e, Fields f, List<Run.Statistic> others) {
        Node ofNode = f.required("of");
        String of = Fields.choice(
                ofNode, "recording", recordings.stream().map(Recording::name).toList());
        Node overNode = f.required("over");
        String over = Fields.choice(
                overNode, "axis", axes.stream().map(SweepAxis::name).toList());
        requireOneNumber(of, ofNode);
        if (!others.isEmpty() && !others.getFirst().over().equals(over)) {
            throw new SourceException(
                    overNode.position(),
                    "all statistics of a run go over the same axis, here '"
                            + others.getFirst().over() + "'");
        }
        if (axes.stream().anyMatch(a -> a.name().equals(e.key()))) {
            throw new SourceException(e.keyPosition(), "the name '" + e.key() + "' is already that of an axis");
        }
        String kind = Fields.choice(f.required("statistic"), "statistic", KINDS);
        Optional<Run.Statistic.Fit> fit = Optional.empty();
        if (FITTED.contains(kind)) fit = Optional.of(new FitReader(axis(over)).read(f, kind));
        return new Run.Statistic(
                e.key(),
                of,
                over,
                Run.Statistic.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_')),
                fit,
                f.text("label").orElse(""),
                f.text("meaning").orElse(e.key()));
    }

    private SweepAxis axis(String name) {
        return axes.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    private void requireOneNumber(String name, Node node) {
        boolean many = recordings.stream().anyMatch(r -> r.name().equals(name) && !r.isSingle());
        if (many) {
            throw new SourceException(
                    node.position(), "'" + name + "' has many numbers at each point; a statistic needs one");
        }
    }
}
