package org.escapement.study.question.motion;

import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.StateQuantity;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code first passage: {of: photons, above: 0.5, averaged over: 20, before: 1000}}, or with {@code change of: Q}. */
public final class PassageKind implements QuestionKind {

    @Override
    public String word() {
        return "first passage";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a first passage");
        Expression quantity = StateQuantity.read(f.required("of"), model);
        Optional<Node> above = f.optional("above");
        Optional<Node> below = f.optional("below");
        if (above.isPresent() == below.isPresent()) {
            throw new SourceException(f.position(), "a first passage goes either 'above' a level or 'below' it");
        }
        Node level = above.or(() -> below).orElseThrow();
        Optional<Node> change = f.optional("change of");
        if (change.isPresent() && f.optional("averaged over").isPresent()) {
            throw new SourceException(change.get().position(), "a change is taken until the quantity itself passes");
        }
        Question q = new PassageQuestion(
                quantity,
                PointNumber.read(level, "level", model),
                above.isPresent(),
                f.optional("averaged over").map(PassageKind::duration).orElse(0.0),
                duration(f.required("before")),
                change.map(n -> Followed.read(n, model)));
        f.finish();
        return q;
    }

    static double duration(Node node) {
        double time = MeasureReader.number(node);
        if (time > 0) return time;
        throw new SourceException(node.position(), "a duration is positive, not " + time);
    }
}
