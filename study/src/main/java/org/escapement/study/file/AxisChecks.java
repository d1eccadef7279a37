package org.escapement.study.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** What the axes of a sweep and its values set must be to one another: no axis without effect, no value given twice. */
final class AxisChecks {

    private static final long MAX_POINTS = 100_000_000;

    private final Model model;
    private final List<SweepAxis> axes;
    private final Collection<Expression> uses;

    /** @param uses expressions that give an axis an effect */
    AxisChecks(Model model, List<SweepAxis> axes, Collection<Expression> uses) {
        this.model = model;
        this.axes = axes;
        this.uses = uses;
    }

    void run(Map<String, Entry> entries, Optional<Node> ownSet) {
        Map<String, String> drivers = new HashMap<>();
        double points = 1;
        for (SweepAxis axis : axes) {
            Entry entry = entries.get(axis.name());
            RunReader.requireName(entry, "axis");
            if (axis instanceof SweepAxis.Values) requireEffect(axis, entry);
            for (String parameter : driven(axis)) {
                String other = drivers.put(parameter, axis.name());
                if (other != null) {
                    throw new SourceException(
                            entry.keyPosition(),
                            "the axes '" + other + "' and '" + axis.name() + "' both give '" + parameter + "' a value");
                }
            }
            points *= axis.size();
            if (points > MAX_POINTS) {
                throw new SourceException(
                        entry.keyPosition(),
                        String.format(
                                Locale.ROOT,
                                "with this axis the sweep has %.0f points; %d is the most",
                                points,
                                MAX_POINTS));
            }
        }
        ownSet.ifPresent(n -> requireSetOnce(Fields.of(n, "the values set").all(), drivers));
    }

    private static Set<String> driven(SweepAxis axis) {
        return axis instanceof SweepAxis.Random r ? r.intervals().keySet() : Set.of(axis.name());
    }

    private void requireEffect(SweepAxis axis, Entry entry) {
        boolean used = model.parameters().containsKey(axis.name())
                || uses.stream().anyMatch(e -> e.symbols().contains(axis.name()));
        if (used || axis.name().equals(model.size())) return;
        TreeSet<String> words = new TreeSet<>(model.parameters().keySet());
        throw new SourceException(
                entry.keyPosition(),
                "the axis '" + axis.name() + "' changes nothing: it is no parameter of the model and no value under"
                        + " 'set' uses it" + NearestWord.hint(axis.name(), words));
    }

    /** Values set for all runs give way to an axis; a value set beside the axis itself is a contradiction. */
    private static void requireSetOnce(Map<String, Entry> own, Map<String, String> drivers) {
        for (Entry e : own.values()) {
            if (!drivers.containsKey(e.key())) continue;
            throw new SourceException(
                    e.keyPosition(),
                    "'" + e.key() + "' is set here and varied by the axis '" + drivers.get(e.key()) + "'");
        }
    }
}
