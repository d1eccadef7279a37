package org.escapement.study.question.moments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.Measure;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads {@code {mean: power}}, {@code {correlation: [A, B], at: 3}}, {@code {gap: all}} and so on. */
final class AspectReader {

    private final OpenSystem model;
    private final Map<String, Function<Node, Aspect>> words = new LinkedHashMap<>();
    private Fields fields;

    /** @param left out words that a level does not answer */
    AspectReader(OpenSystem model, Set<String> leftOut) {
        this.model = model;
        words.put("mean", this::mean);
        words.put("noise", n -> new Aspect.Noise(Observable.read(n, model)));
        words.put("factorised noise", n -> new Aspect.FactorisedNoise(Observable.read(n, model)));
        words.put("correlation", this::correlation);
        words.put("gap", this::gap);
        for (SpinMeasure m : SpinMeasure.values()) words.put(m.word(), n -> spins(m, n));
        words.put("positivity", this::positivity);
        words.keySet().removeAll(leftOut);
    }

    /** The one thing that is asked. */
    Aspect read(Fields f) {
        this.fields = f;
        Aspect found = null;
        String first = "";
        for (Map.Entry<String, Function<Node, Aspect>> word : words.entrySet()) {
            Optional<Node> node = f.optional(word.getKey());
            if (node.isEmpty()) continue;
            if (found != null) {
                throw new SourceException(
                        node.get().position(),
                        "one thing is asked at a time, not '" + first + "' and '" + word.getKey()
                                + "': record them under two names");
            }
            first = word.getKey();
            found = word.getValue().apply(node.get());
        }
        if (found != null) return found;
        throw new SourceException(f.position(), "say what is asked, one of: " + String.join(", ", words.keySet()));
    }

    private record Times(List<Double> times, boolean series) {}

    private Optional<Times> times() {
        Optional<Node> at = fields.optional("at");
        Optional<Node> series = fields.optional("series");
        if (at.isEmpty() && series.isEmpty()) return Optional.empty();
        return Optional.of(
                switch (MeasureReader.read(fields)) {
                    case Measure.AtTime t -> new Times(List.of(t.time()), false);
                    case Measure.Series s -> new Times(s.times(), true);
                    default ->
                        throw new SourceException(fields.position(), "moments are read off with 'at' or 'series'");
                });
    }

    private Aspect mean(Node node) {
        Observable of = Observable.read(node, model);
        return times().<Aspect>map(t -> new Aspect.Evolving(of, t.times(), t.series()))
                .orElseGet(() -> new Aspect.Mean(of));
    }

    private Aspect correlation(Node node) {
        List<Observable> two = Observable.pair(node, model);
        Times t = times().orElseThrow(
                        () -> new SourceException(node.position(), "say at which time difference: at, series"));
        return new Aspect.Correlation(two.get(0), two.get(1), t.times(), t.series());
    }

    private Aspect gap(Node node) {
        if (node instanceof Node.Scalar) {
            Fields.choice(node, "gap", List.of("all"));
            return new Aspect.Gap(Optional.empty());
        }
        Fields f = Fields.of(node, "a gap");
        Aspect gap = new Aspect.Gap(Optional.of(Observable.operator(f.required("reached by"), model)));
        f.finish();
        return gap;
    }

    private Aspect spins(SpinMeasure measure, Node node) {
        List<String> ensembles =
                model.ensembles().stream().map(SpinEnsemble::name).toList();
        List<String> two = new ArrayList<>();
        for (Node item : Fields.items(node)) two.add(Fields.choice(item, "ensemble", ensembles));
        if (two.size() == 2) return new Aspect.Spins(measure, two.get(0), two.get(1));
        throw new SourceException(node.position(), "name the ensembles of two spins, for example " + pairOf(ensembles));
    }

    private static String pairOf(List<String> ensembles) {
        return ensembles.isEmpty() ? "[A, B]" : "[" + ensembles.getFirst() + ", " + ensembles.getLast() + "]";
    }

    private Aspect positivity(Node node) {
        Fields.choice(node, "positivity", List.of("all"));
        return new Aspect.Positivity();
    }
}
