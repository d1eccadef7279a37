package org.escapement.study.question.catalogue;

import java.util.List;
import org.escapement.model.Model;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code crossing: {of: {second order: {excess: A}}, along: Omega, from: 1, to: 300, level: 0, which: last}}: where the
 * answer to another question passes a level.
 */
public final class CrossingKind implements QuestionKind {

    private static final int POINTS = 60;
    private static final double WITHIN = 1e-9;

    @Override
    public String word() {
        return "crossing";
    }

    @Override
    public Question read(Node node, Model model) {
        Fields f = Fields.of(node, "a crossing");
        Fields inner = Fields.of(f.required("of"), "the question that is asked along the way");
        Question question = Questions.read(inner, model)
                .orElseThrow(() -> new SourceException(
                        inner.position(), "ask something here, one of: " + String.join(", ", Questions.words())));
        inner.finish();
        if (!question.axes().isEmpty()) {
            throw new SourceException(inner.position(), "a crossing needs a single number, not a series");
        }
        String along = Fields.choice(
                f.required("along"), "parameter", List.copyOf(model.parameters().keySet()));
        Question q = new CrossingQuestion(
                question,
                along,
                PointNumber.read(f.required("from"), "from", model),
                PointNumber.read(f.required("to"), "to", model),
                f.optional("level").map(MeasureReader::number).orElse(0.0),
                f.optional("which")
                        .map(n -> Fields.choice(n, "crossing", List.of("first", "last")))
                        .orElse("first")
                        .equals("last"),
                f.optional("points").map(CrossingKind::points).orElse(POINTS),
                f.optional("within").map(CrossingKind::within).orElse(WITHIN));
        f.finish();
        return q;
    }

    private static int points(Node node) {
        double points = MeasureReader.number(node);
        if (points == Math.rint(points) && points >= 2 && points <= 10_000) return (int) points;
        throw new SourceException(node.position(), "'points' is a whole number from 2 to 10000");
    }

    private static double within(Node node) {
        double within = MeasureReader.number(node);
        if (within > 0 && within < 1) return within;
        throw new SourceException(node.position(), "'within' is a relative width between 0 and 1");
    }
}
