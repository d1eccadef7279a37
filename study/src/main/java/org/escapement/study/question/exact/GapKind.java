package org.escapement.study.question.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code gap: all}: the smallest decay rate of the generator at finite N. */
public final class GapKind implements QuestionKind {

    @Override
    public String word() {
        return "gap";
    }

    @Override
    public Question read(Node node, Model model) {
        Selection selection;
        if (node instanceof Node.Scalar) {
            Fields.choice(node, "gap", List.of("all"));
            selection = new Selection(Selection.Kind.DECAYING, Optional.empty(), Optional.empty(), Optional.empty());
        } else {
            Fields f = Fields.of(node, "a gap");
            selection = new SelectionReader(OpenSystem.of(model)).blocks(f, Selection.Kind.DECAYING, Optional.empty());
            f.finish();
        }
        return new EigenvaluesQuestion(selection, EigenvaluesQuestion.Part.DECAY, 1, 1, false);
    }
}
