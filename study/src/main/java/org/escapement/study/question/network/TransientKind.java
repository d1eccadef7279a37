package org.escapement.study.question.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.GridText;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/**
 * {@code transient: {negativity: [A, B], start: {A: {squeezing: 1}}, series: {from: 0, to: 10, points: 21}}}: the state of
 * the oscillators against time, from a start without correlations or, with {@code start: settled}, in the periodic state.
 */
public final class TransientKind implements QuestionKind {

    private static final double TOLERANCE = 1e-7;
    private static final List<String> NUMBERS = List.of("temperature", "squeezing", "angle", "position", "momentum");

    @Override
    public String word() {
        return "transient";
    }

    @Override
    public Question read(Node node, Model model) {
        Names names = Names.of(model, word());
        Fields f = Fields.of(node, "a question about oscillators in time");
        TransientAspect aspect = null;
        List<List<Integer>> groups = List.of();
        for (TransientAspect a : TransientAspect.values()) {
            Optional<Node> value = f.optional(a.word());
            if (value.isEmpty()) continue;
            if (aspect != null) {
                throw new SourceException(
                        value.get().position(), "one thing is asked at a time: record them under two names");
            }
            aspect = a;
            groups = groups(a, value.get(), names);
        }
        Optional<Node> start = f.optional("start");
        List<Map<String, PointNumber>> starts =
                start.map(s -> starts(s, names, model)).orElse(List.of());
        boolean settled = start.isPresent() && starts.isEmpty();
        double tolerance = f.optional("tolerance").map(AspectReader::tolerance).orElse(TOLERANCE);
        Optional<Node> at = f.optional("at");
        Optional<Node> series = f.optional("series");
        f.finish();
        if (aspect == null) {
            throw new SourceException(
                    node.position(), "say what is asked, one of: " + String.join(", ", TransientAspect.words()));
        }
        if (at.isPresent() == series.isPresent()) {
            throw new SourceException(node.position(), "say when, by either 'at: time' or 'series: times'");
        }
        List<Double> times = at.map(t -> List.of(MeasureReader.number(t)))
                .orElseGet(() -> GridText.read(series.orElseThrow(), "a series", "times"));
        if (times.getFirst() < 0) throw new SourceException(node.position(), "the evolution begins at time 0");
        return new TransientQuestion(aspect, groups, starts, settled, times, series.isPresent(), tolerance);
    }

    /** Empty for {@code settled}, else what is given for each oscillator. */
    private static List<Map<String, PointNumber>> starts(Node node, Names names, Model model) {
        if (node instanceof Node.Scalar) {
            Fields.choice(node, "start (or give temperature, squeezing, ... of oscillators)", List.of("settled"));
            return List.of();
        }
        List<Map<String, PointNumber>> starts = new ArrayList<>();
        for (int l = 0; l < names.oscillators().size(); l++) starts.add(Map.of());
        for (Entry e : Fields.of(node, "a start").all().values()) {
            int l = names.oscillators().indexOf(e.key());
            if (l < 0) {
                throw new SourceException(
                        e.keyPosition(),
                        "there is no oscillator '" + e.key() + "'; valid here: "
                                + String.join(", ", names.oscillators()));
            }
            Fields f = Fields.of(e.value(), "the start of '" + e.key() + "'");
            Map<String, PointNumber> given = new LinkedHashMap<>();
            for (String number : NUMBERS) {
                f.optional(number).ifPresent(n -> given.put(number, PointNumber.read(n, number, model)));
            }
            f.finish();
            starts.set(l, given);
        }
        return starts;
    }

    private static List<List<Integer>> groups(TransientAspect aspect, Node node, Names names) {
        List<Node> items = Fields.items(node);
        if (aspect.ofQuadratures()) {
            int needed = aspect == TransientAspect.COVARIANCE ? 2 : 1;
            if (items.size() != needed) {
                throw new SourceException(
                        node.position(),
                        needed == 2 ? "a covariance needs two of them, [A.x, B.p]" : "a mean is of one, A.x or A.p");
            }
            return items.stream().map(i -> List.of(quadrature(i, names))).toList();
        }
        if (!aspect.ofTwoGroups()) return List.of(group(items, node, names));
        if (items.size() != 2) {
            throw new SourceException(node.position(), "two groups are needed, for example [A, B] or [[A, B], C]");
        }
        List<List<Integer>> groups = new ArrayList<>();
        for (Node item : items) groups.add(group(Fields.items(item), item, names));
        if (groups.get(0).stream().anyMatch(groups.get(1)::contains)) {
            throw new SourceException(node.position(), "the two groups have a member in common");
        }
        return groups;
    }

    private static List<Integer> group(List<Node> items, Node node, Names names) {
        List<Integer> group = new ArrayList<>();
        for (Node item : items) {
            int l = names.oscillators().indexOf(names.oscillator(item));
            if (group.contains(l)) throw new SourceException(item.position(), "named twice in one group");
            group.add(l);
        }
        if (group.isEmpty()) throw new SourceException(node.position(), "a group needs a member");
        return group;
    }

    /** 2l for the position of oscillator l, 2l + 1 for its momentum. */
    private static int quadrature(Node node, Names names) {
        List<String> all = new ArrayList<>();
        for (String name : names.oscillators()) {
            all.add(name + ".x");
            all.add(name + ".p");
        }
        return all.indexOf(Fields.choice(node, "position or momentum", all));
    }
}
