package org.escapement.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.NearestWord;
import org.escapement.model.InitialState;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;
import org.escapement.study.question.catalogue.Questions;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;
import org.escapement.yaml.YamlReader;

/**
 * A question as a study file would ask it, asked of a model at one parameter point.
 *
 * @param text for instance {@code second order: {power: A}}
 */
public record Inquiry(Model model, String text) {

    /**
     * The answer, one number or a series.
     *
     * @param start name of the initial state, the model's first when empty
     * @throws ModelException when the question cannot be read or has no answer there
     */
    public List<Estimate> answer(
            Map<String, Double> set, Optional<String> start, ExactOptions options, Accuracy accuracy) {
        Question question = question();
        try (Point point = new Point(
                model,
                ParameterValues.of(model, set),
                start.map(this::state).or(() -> model.states().values().stream().findFirst()),
                options,
                accuracy,
                new Point.Preparations())) {
            Reply reply = question.answer(point);
            double error = reply.error();
            return Arrays.stream(reply.values())
                    .mapToObj(x -> new Estimate(x, error))
                    .toList();
        }
    }

    private InitialState state(String name) {
        InitialState found = model.states().get(name);
        if (found != null) return found;
        throw new ModelException("the model has no state '" + name + "'"
                + NearestWord.hint(name, model.states().keySet()));
    }

    private Question question() {
        Node node = YamlReader.read(text.startsWith("{") ? text : "{" + text + "}", "question");
        Fields f = Fields.of(node, "a question");
        Question question = Questions.read(f, model)
                .orElseThrow(() -> new SourceException(
                        node.position(), "ask something, one of: " + String.join(", ", Questions.words())));
        f.finish();
        return question;
    }
}
