package org.escapement.study.question.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.GridText;
import org.escapement.study.text.MeasureReader;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code noise: {of: -drive_work()}}: fluctuations of quantities in the stationary state at finite N, integrated over all
 * times, at frequencies, or between two times.
 */
public final class NoiseKind implements QuestionKind {

    @Override
    public String word() {
        return "noise";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about noise");
        Expression of = quantity(f.required("of"), model);
        Optional<Expression> with = f.optional("with").map(n -> quantity(n, model));
        Optional<Node> frequency = f.optional("frequency");
        Optional<Node> after = f.optional("after");
        f.finish();
        if (frequency.isPresent() && after.isPresent()) {
            throw new SourceException(node.position(), "noise is told at a 'frequency' or 'after' a time, not both");
        }
        if (after.isPresent()) {
            return new CorrelationQuestion(of, with.orElse(of), numbers(after.get(), "times"), isList(after.get()));
        }
        List<Double> frequencies = frequency.map(n -> numbers(n, "frequencies")).orElse(List.of(0.0));
        boolean list = frequency.map(NoiseKind::isList).orElse(false);
        return new NoiseQuestion(of, with.orElse(of), frequencies, list);
    }

    private static Expression quantity(Node node, OpenSystem model) {
        Expression quantity = QuantityText.read(model, node, "quantity");
        try {
            ExactLevel.requireStationary(model, StationaryQuestion.measurement(quantity));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        if (ExactLevel.isOfStateVector(model, quantity)) return quantity;
        throw new SourceException(
                node.position(), "a quantity of the whole state, such as the entropy, has no operator that fluctuates");
    }

    /** A number, or several in ascending order. */
    static List<Double> numbers(Node node, String plural) {
        List<Double> all =
                isList(node) ? GridText.read(node, "a list of " + plural, plural) : List.of(MeasureReader.number(node));
        if (all.getFirst() >= 0) return all;
        throw new SourceException(node.position(), plural + " are not negative here: " + all.getFirst());
    }

    static boolean isList(Node node) {
        return !(node instanceof Node.Scalar);
    }
}
