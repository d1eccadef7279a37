package org.escapement.study.question.motion;

import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.StateQuantity;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code slow drift: {of: angle, to: eta}}. */
public final class DriftKind implements QuestionKind {

    @Override
    public String word() {
        return "slow drift";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a slow drift");
        Expression label = StateQuantity.read(f.required("of"), model);
        String parameter = Fields.choice(
                f.required("to"), "parameter", List.copyOf(model.parameters().keySet()));
        f.finish();
        return new DriftQuestion(label, parameter);
    }
}
