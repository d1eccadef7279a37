package org.escapement.study.question.exact;

import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code stationary: heat()}: a quantity in the stationary state at finite N. */
public final class StationaryKind implements QuestionKind {

    @Override
    public String word() {
        return "stationary";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Expression quantity = QuantityText.read(model, node, "stationary");
        try {
            ExactLevel.requireStationary(model, StationaryQuestion.measurement(quantity));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return StationaryQuestion.of(model, Fields.scalar(node, "stationary").text(), quantity);
    }
}
