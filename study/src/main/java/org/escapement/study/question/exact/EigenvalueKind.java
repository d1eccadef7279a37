package org.escapement.study.question.exact;

import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code eigenvalue: {kind: oscillating, part: real}}: one eigenvalue of the generator at finite N. */
public final class EigenvalueKind implements QuestionKind {

    @Override
    public String word() {
        return "eigenvalue";
    }

    @Override
    public Question read(Node node, Model model) {
        Fields f = Fields.of(node, "an eigenvalue");
        Selection selection = new SelectionReader(OpenSystem.of(model)).read(f, Selection.Kind.DECAYING);
        EigenvaluesQuestion.Part part = SelectionReader.part(f);
        int rank =
                f.optional("rank").map(n -> SelectionReader.whole(n, "a rank")).orElse(1);
        f.finish();
        return new EigenvaluesQuestion(selection, part, rank, 1, false);
    }
}
