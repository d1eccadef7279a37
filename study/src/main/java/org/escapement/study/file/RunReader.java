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
import org.escapement.model.Model;
import org.escapement.observables.Accuracy;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads one sweep of a study; what the study fixes for all its runs comes first. */
final class RunReader {

    /** Names that results have beside the axes and recordings of a study. */
    private static final Set<String> OWN_NAMES = Set.of("status", "t", "frequency");

    private final Model model;
    private final Map<String, Node> common;

    RunReader(Model model, Map<String, Node> common) {
        this.model = model;
        this.common = common;
    }

    Run read(String name, Fields f) {
        List<SweepAxis> axes = new ArrayList<>();
        AxisReader reader = new AxisReader(model);
        Map<String, Entry> axisEntries =
                f.optional("axes").map(n -> Fields.of(n, "the axes").all()).orElse(Map.of());
        axisEntries.values().forEach(e -> axes.add(reader.read(e)));
        Map<String, Expression> set = set(axes, f);
        Set<String> given = new TreeSet<>(set.keySet());
        axes.forEach(a -> given.add(a.name()));
        LevelReader levels = new LevelReader(model);
        Map<String, Expression> cutOffs = levels.cutOffs(either(f, "cut-offs"), words(given));
        new AxisChecks(model, axes, uses(set, cutOffs)).run(axisEntries, f.optional("set"));
        Level level = levels.read(either(f, "level"), given, cutOffs);
        Node record = f.required("record");
        List<Recording> recorded = new RecordingReader(model, level).read(record);
        Fields.of(record, "the recordings").all().values().forEach(e -> {
            requireName(e, "recording");
            if (axisEntries.containsKey(e.key()) || OWN_NAMES.contains(e.key())) {
                throw new SourceException(e.keyPosition(), "the name '" + e.key() + "' is already that of an axis");
            }
        });
        recorded.forEach(r -> {
            if (r instanceof Recording.Asked a) levels.requireFor(a.question(), record, given, cutOffs);
        });
        List<Run.Statistic> statistics = f.optional("statistics")
                .map(n -> new StatisticsReader(axes, recorded).read(n))
                .orElse(List.of());
        return new Run(
                name,
                model,
                level,
                cutOffs,
                set,
                start(f),
                axes,
                recorded,
                statistics,
                new ContinuationReader(axes, level, recorded).read(f),
                accuracy(f));
    }

    /** Names of axes and recordings become directories, columns and variables elsewhere. */
    static void requireName(Entry e, String what) {
        if (e.key().matches("[A-Za-z][A-Za-z0-9_]*") && !e.key().equals("status")) return;
        throw new SourceException(
                e.keyPosition(),
                e.key().equals("status")
                        ? "the name 'status' is taken: every dataset has a status for each point"
                        : "the name of the " + what + " '" + e.key()
                                + "' must be letters, digits and underscores, beginning with a letter");
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

    /** Of the run, or of the study for all its runs. */
    private Optional<Node> either(Fields f, String key) {
        return f.optional(key).or(() -> Optional.ofNullable(common.get(key)));
    }

    /** Names that numbers of Fock states may use: parameters, axes and a size that is set. */
    private Set<String> words(Set<String> given) {
        Set<String> words = new TreeSet<>(model.parameters().keySet());
        words.addAll(given);
        return words;
    }

    private static List<Expression> uses(Map<String, Expression> set, Map<String, Expression> cutOffs) {
        List<Expression> uses = new ArrayList<>(set.values());
        uses.addAll(cutOffs.values());
        return uses;
    }

    private String start(Fields f) {
        Optional<Node> node = either(f, "start");
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

    private Accuracy accuracy(Fields f) {
        Optional<Node> node = either(f, "accuracy");
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
