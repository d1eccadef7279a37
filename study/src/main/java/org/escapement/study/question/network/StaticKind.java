package org.escapement.study.question.network;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.GridText;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code static: {pearson: [A, B]}}, {@code static: {absorption: {from: 0, to: 2, points: 400}}},
 * {@code static: {correlation: [A, B], times: [0, 1, 2]}}, {@code static: {linewidth: 1}}.
 */
public final class StaticKind implements QuestionKind {

    @Override
    public String word() {
        return "static";
    }

    @Override
    public Question read(Node node, Model model) {
        Names names = Names.of(model, word());
        Fields f = Fields.of(node, "what is asked about the static network");
        Question question = null;
        for (StaticAspect aspect : StaticAspect.values()) {
            Optional<Node> value = f.optional(aspect.word());
            if (value.isEmpty()) continue;
            if (question != null) {
                throw new SourceException(
                        value.get().position(), "one thing is asked at a time: record them under two names");
            }
            question = read(aspect, value.get(), f, names);
        }
        f.finish();
        if (question != null) return question;
        throw new SourceException(
                node.position(), "say what is asked, one of: " + String.join(", ", StaticAspect.words()));
    }

    private static Question read(StaticAspect aspect, Node node, Fields f, Names names) {
        return switch (aspect) {
            case COVARIANCE, PEARSON, REGRESSION -> new StaticQuestion(aspect, names.pair(node, false), List.of());
            case CORRELATION, RESPONSE -> {
                List<Double> times = GridText.read(f.required("times"), "a series", "times");
                yield new StaticQuestion(aspect, names.pair(node, false), times);
            }
            case ABSORPTION ->
                new StaticQuestion(aspect, List.of(), GridText.read(node, "an absorption spectrum", "frequencies"));
            case PEAK_FREQUENCY, PEAK_HEIGHT -> new StaticQuestion(aspect, List.of(), range(node));
            case MODE_FREQUENCY, LINEWIDTH -> new StaticQuestion(aspect, List.of(mode(node)), List.of());
        };
    }

    private static List<Double> range(Node node) {
        List<Double> ends =
                Fields.items(node).stream().map(MeasureReader::number).toList();
        if (ends.size() == 2 && ends.get(0) < ends.get(1)) return ends;
        throw new SourceException(node.position(), "a peak is searched in a range [lower, upper]");
    }

    private static String mode(Node node) {
        String text = Fields.scalar(node, "mode").text();
        if (text.matches("[1-9]\\d{0,3}")) return text;
        throw new SourceException(node.position(), "modes are counted 1, 2, 3, ... by ascending frequency");
    }
}
