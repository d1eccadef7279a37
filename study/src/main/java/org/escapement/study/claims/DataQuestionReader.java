package org.escapement.study.claims;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.escapement.observables.Measure;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;
import org.escapement.study.file.Study;
import org.escapement.study.file.SweepAxis;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads what a claim asks of the study's own data, against the names the data will have. */
final class DataQuestionReader {

    private static final String STATISTICS = "-statistics";
    private static final String FRACTION = "fraction below";
    private static final List<String> WORDS = List.of(
            "value", "mean", "minimum", "maximum", "variance", FRACTION, "position of maximum", "position of jump");

    private final Map<String, Run> datasets = new LinkedHashMap<>();

    DataQuestionReader(Study study) {
        for (Run run : study.runs()) {
            datasets.put(run.name(), run);
            if (!run.statistics().isEmpty()) datasets.put(run.name() + STATISTICS, run);
        }
    }

    ClaimMeasure read(Fields f) {
        List<String> names = List.copyOf(datasets.keySet());
        String name = f.optional("run").map(n -> Fields.choice(n, "run", names)).orElse(names.getFirst());
        boolean statistics = !datasets.containsKey(name + STATISTICS) && name.endsWith(STATISTICS);
        Run run = datasets.get(name);
        Node data = f.required("data");
        List<String> variables = statistics
                ? run.statistics().stream().map(Run.Statistic::name).toList()
                : run.recordings().stream().map(Recording::name).toList();
        String variable = Fields.choice(data, "recording of the run '" + name + "'", variables);
        List<String> axes = axes(run, variable, statistics);
        String word = f.optional("statistic")
                .map(n -> Fields.choice(n, "statistic", WORDS))
                .orElse("value");
        Map<String, List<Double>> ranges = ranges(f, axes);
        return new ClaimMeasure.Data(
                name,
                variable,
                ranges,
                ClaimMeasure.Data.Statistic.valueOf(
                        word.toUpperCase(Locale.ROOT).replace(' ', '_')),
                along(f, word, axes),
                level(f, word));
    }

    /** What 'fraction below' counts against. */
    private static OptionalDouble level(Fields f, String word) {
        Optional<Node> level = f.optional("level");
        if (level.isPresent() != word.equals(FRACTION)) {
            throw new SourceException(
                    f.position(), "'" + FRACTION + "' needs a 'level' to count against, and nothing else has one");
        }
        return level.map(n -> OptionalDouble.of(ClaimReader.value(n))).orElse(OptionalDouble.empty());
    }

    private static String along(Fields f, String word, List<String> axes) {
        if (!word.startsWith("position")) return f.text("along").orElse("");
        return Fields.choice(f.required("along"), "axis", axes);
    }

    private static Map<String, List<Double>> ranges(Fields f, List<String> axes) {
        Map<String, List<Double>> ranges = new LinkedHashMap<>();
        f.optional("where").ifPresent(n -> {
            for (Entry e : Fields.of(n, "the ranges").all().values()) {
                Fields.choice(new Node.Scalar(e.keyPosition(), e.key(), false), "axis", axes);
                List<Double> ends =
                        Fields.items(e.value()).stream().map(ClaimReader::value).toList();
                boolean range = ends.size() == 1 || (ends.size() == 2 && ends.get(0) <= ends.get(1));
                if (!range) throw new SourceException(e.value().position(), "a range is [lower, upper] or one number");
                ranges.put(e.key(), ends);
            }
        });
        return ranges;
    }

    /** Axes of the sweep, without the one statistics have used up, and the one a series or spectrum adds. */
    private static List<String> axes(Run run, String variable, boolean statistics) {
        Set<String> axes = new LinkedHashSet<>();
        for (SweepAxis axis : run.axes()) {
            boolean gone = statistics && run.statistics().getFirst().over().equals(axis.name());
            if (!gone) axes.add(axis.name());
        }
        for (Run.Statistic s : run.statistics()) {
            boolean curve = s.name().equals(variable) && s.kind() == Run.Statistic.Kind.FITTED_CURVE;
            if (statistics && curve) axes.add("inverse_" + s.over());
        }
        for (Recording r : run.recordings()) {
            if (statistics || !r.name().equals(variable)) continue;
            if (r instanceof Recording.Asked a) a.question().axes().forEach(axis -> axes.add(axis.name()));
            if (r instanceof Recording.Measured m) {
                if (m.measure() instanceof Measure.Series) axes.add("t");
                if (m.measure() instanceof Measure.Spectrum) axes.add("frequency");
            }
        }
        return List.copyOf(axes);
    }
}
