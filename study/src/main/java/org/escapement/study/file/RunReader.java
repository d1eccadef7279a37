package org.escapement.study.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Accuracy;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads one sweep of a study; what the study fixes for all its runs comes first. */
final class RunReader {

    static final List<String> LEVELS = List.of("mean field");

    private final OpenSystem model;
    private final Map<String, Node> common;

    RunReader(OpenSystem model, Map<String, Node> common) {
        this.model = model;
        this.common = common;
    }

    Run read(String name, Fields f) {
        List<SweepAxis> axes = new ArrayList<>();
        f.optional("axes")
                .ifPresent(n -> Fields.of(n, "the axes").all().values().forEach(e -> axes.add(axis(e))));
        Map<String, Expression> set = set(axes, f);
        Node record = f.required("record");
        List<Recording> recordings = new ArrayList<>();
        for (Entry e : Fields.of(record, "the recordings").all().values()) recordings.add(recording(e));
        List<Run.Statistic> statistics = statistics(f, axes, recordings);
        String level = f.optional("level")
                .or(() -> Optional.ofNullable(common.get("level")))
                .map(n -> Fields.choice(n, "level", LEVELS))
                .orElse("mean field");
        return new Run(name, level, set, start(f), axes, recordings, statistics, continuation(f, axes), accuracy(f));
    }

    private SweepAxis axis(Entry e) {
        return new AxisReader(model).read(e);
    }

    private Map<String, Expression> set(List<SweepAxis> axes, Fields f) {
        Set<String> words = new TreeSet<>(model.parameters().keySet());
        axes.forEach(a -> words.add(a.name()));
        Map<String, Expression> set = new LinkedHashMap<>();
        Optional.ofNullable(common.get("set")).ifPresent(n -> addSet(set, n, words));
        f.optional("set").ifPresent(n -> addSet(set, n, words));
        return set;
    }

    private void addSet(Map<String, Expression> set, Node node, Set<String> words) {
        for (Entry e : Fields.of(node, "the values set").all().values()) {
            if (!model.parameters().containsKey(e.key()) && !e.key().equals(model.size())) {
                throw new SourceException(
                        e.keyPosition(),
                        "the model '" + model.name() + "' has no parameter '" + e.key() + "'"
                                + NearestWord.hint(e.key(), model.parameters().keySet()));
            }
            set.put(e.key(), Fields.expression(e.value(), e.key(), Scope.numbers(words)));
        }
    }

    private String start(Fields f) {
        Optional<Node> node = f.optional("start").or(() -> Optional.ofNullable(common.get("start")));
        if (node.isEmpty())
            return model.states().isEmpty()
                    ? ""
                    : model.states().keySet().iterator().next();
        String name = Fields.scalar(node.get(), "start").text();
        if (model.states().containsKey(name)) return name;
        throw new SourceException(
                node.get().position(),
                "the model has no state '" + name + "'"
                        + NearestWord.hint(name, model.states().keySet()));
    }

    private Recording recording(Entry e) {
        Fields f = Fields.of(e.value(), "recording '" + e.key() + "'");
        Optional<Node> number = f.optional("number");
        Recording r = number.isPresent() ? computed(e.key(), number.get(), f) : measured(e.key(), f);
        f.finish();
        return r;
    }

    private Recording measured(String name, Fields f) {
        Node node = f.required("quantity");
        Expression quantity = QuantityText.read(model, node, "quantity");
        Optional<NamedQuantity> known = Optional.ofNullable(
                model.quantities().get(Fields.scalar(node, "quantity").text()));
        return new Recording.Measured(
                name,
                quantity,
                MeasureReader.read(f),
                f.text("unit").or(() -> known.flatMap(NamedQuantity::unit)).orElse(""),
                f.text("label").or(() -> known.flatMap(NamedQuantity::label)).orElse(""),
                f.text("meaning")
                        .or(() -> known.flatMap(NamedQuantity::meaning))
                        .orElse(name));
    }

    private Recording computed(String name, Node node, Fields f) {
        String text = Fields.scalar(node, "number").text();
        boolean form =
                model.closedForms().containsKey(text) || model.thresholds().containsKey(text);
        Expression e = form ? Expression.ZERO : Fields.expression(node, "number", model.numberScope());
        return new Recording.Computed(
                name,
                form ? text : "",
                e,
                f.text("unit").orElse(""),
                f.text("label").orElse(""),
                f.text("meaning").orElse(name));
    }

    private static List<Run.Statistic> statistics(Fields f, List<SweepAxis> axes, List<Recording> recordings) {
        List<Run.Statistic> statistics = new ArrayList<>();
        if (f.optional("statistics").isEmpty()) return statistics;
        List<String> kinds = List.of("mean", "variance", "minimum", "maximum", "position of jump");
        for (Entry e :
                Fields.of(f.required("statistics"), "the statistics").all().values()) {
            Fields s = Fields.of(e.value(), "statistic '" + e.key() + "'");
            String of = Fields.choice(
                    s.required("of"),
                    "recording",
                    recordings.stream().map(Recording::name).toList());
            String over = Fields.choice(
                    s.required("over"),
                    "axis",
                    axes.stream().map(SweepAxis::name).toList());
            String kind = Fields.choice(s.required("statistic"), "statistic", kinds);
            statistics.add(new Run.Statistic(
                    e.key(),
                    of,
                    over,
                    Run.Statistic.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_')),
                    s.text("label").orElse(""),
                    s.text("meaning").orElse(e.key())));
            s.finish();
        }
        return statistics;
    }

    private static Optional<Run.Continuation> continuation(Fields f, List<SweepAxis> axes) {
        return f.optional("continuation").map(node -> {
            Fields c = Fields.of(node, "the continuation");
            String axis = Fields.choice(
                    c.required("along"),
                    "axis",
                    axes.stream().map(SweepAxis::name).toList());
            boolean backward = c.optional("direction")
                    .map(n -> Fields.choice(n, "direction", List.of("forward", "backward"))
                            .equals("backward"))
                    .orElse(false);
            double settle = MeasureReader.number(c.required("settle"));
            c.finish();
            return new Run.Continuation(axis, backward, settle);
        });
    }

    private Accuracy accuracy(Fields f) {
        Optional<Node> node = f.optional("accuracy").or(() -> Optional.ofNullable(common.get("accuracy")));
        if (node.isEmpty()) return Accuracy.sweep();
        Fields a = Fields.of(node.get(), "the accuracy");
        Accuracy preset = Accuracy.sweep();
        double relative = tolerance(a, "relative", preset.relative());
        double absolute = tolerance(a, "absolute", preset.absolute());
        Accuracy.Method method = a.optional("method")
                .map(n -> Fields.choice(n, "method", List.of("dop853", "dop54")))
                .map(w -> Accuracy.Method.valueOf(w.toUpperCase(Locale.ROOT)))
                .orElse(preset.method());
        a.finish();
        return new Accuracy(relative, absolute, method, preset.kernel(), preset.maximumSteps());
    }

    private static double tolerance(Fields f, String key, double preset) {
        Optional<Node> node = f.optional(key);
        if (node.isEmpty()) return preset;
        double value = MeasureReader.number(node.get());
        if (!(value >= 1e-14 && value <= 1e-2)) {
            throw new SourceException(node.get().position(), "a tolerance lies between 1e-14 and 0.01, not " + value);
        }
        return value;
    }
}
