package org.escapement.study.question.motion;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measure;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.StateQuantity;
import org.escapement.study.question.motion.ResponseQuestion.Reading;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code response: {of: photons, to: eta, at: 5}}, with {@code series}, {@code largest} or {@code growth} for {@code at}. */
public final class ResponseKind implements QuestionKind {

    @Override
    public String word() {
        return "response";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a response");
        Expression quantity = StateQuantity.read(f.required("of"), model);
        String parameter = Fields.choice(
                f.required("to"), "parameter", List.copyOf(model.parameters().keySet()));
        Optional<Node> largest = f.optional("largest");
        Optional<Node> growth = f.optional("growth");
        if (largest.isPresent() && growth.isPresent()) {
            throw new SourceException(f.position(), "a response is read off in one way, not by 'largest' and 'growth'");
        }
        Reading reading = largest.or(() -> growth)
                .<Reading>map(n -> intervals(n, growth.isPresent()))
                .orElseGet(() -> times(f));
        f.finish();
        return new ResponseQuestion(quantity, parameter, reading);
    }

    private static Reading times(Fields f) {
        return switch (MeasureReader.read(f)) {
            case Measure.AtTime at -> new Reading.At(List.of(at.time()), false);
            case Measure.Series series -> new Reading.At(series.times(), true);
            default ->
                throw new SourceException(
                        f.position(), "a response is read off by 'at', 'series', 'largest' or 'growth'");
        };
    }

    private static Reading intervals(Node node, boolean slope) {
        Fields f = Fields.of(node, "the intervals of time");
        double from = MeasureReader.number(f.required("from"));
        double to = MeasureReader.number(f.required("to"));
        double width = PassageKind.duration(f.required("width"));
        f.finish();
        Reading.Largest all = new Reading.Largest(from, to, width, slope);
        if (from >= 0 && all.begins().size() >= (slope ? 2 : 1)) return all;
        throw new SourceException(
                node.position(),
                "too few intervals of " + width + " fit between " + from + " and " + to + " (times count from 0)");
    }
}
