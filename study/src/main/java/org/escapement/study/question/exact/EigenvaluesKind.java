package org.escapement.study.question.exact;

import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code eigenvalues: {count: 20, part: imaginary}}: several eigenvalues of the generator at finite N. */
public final class EigenvaluesKind implements QuestionKind {

    @Override
    public String word() {
        return "eigenvalues";
    }

    @Override
    public Question read(Node node, Model model) {
        Fields f = Fields.of(node, "eigenvalues");
        Selection selection = new SelectionReader(OpenSystem.of(model)).read(f, Selection.Kind.ANY);
        EigenvaluesQuestion.Part part = SelectionReader.part(f);
        int count = SelectionReader.whole(f.required("count"), "a count");
        f.finish();
        return new EigenvaluesQuestion(selection, part, 1, count, true);
    }
}
