package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.motion.BoundaryQuestion.Of;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code boundary: {of: start, along: eta, from: 1, to: 3, within: 1e-6}}. */
public final class BoundaryKind implements QuestionKind {

    private static final double WITHIN = 1e-6;

    @Override
    public String word() {
        return "boundary";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a boundary");
        String of = Fields.choice(
                f.required("of"),
                "boundary",
                Arrays.stream(Of.values()).map(Of::word).toList());
        Node along = f.required("along");
        Question q = new BoundaryQuestion(
                Arrays.stream(Of.values())
                        .filter(o -> o.word().equals(of))
                        .findFirst()
                        .orElseThrow(),
                Fields.choice(along, "parameter", List.copyOf(model.parameters().keySet())),
                PointNumber.read(f.required("from"), "from", model),
                PointNumber.read(f.required("to"), "to", model),
                within(f.optional("within")));
        f.finish();
        return q;
    }

    private static double within(Optional<Node> node) {
        if (node.isEmpty()) return WITHIN;
        double value = MeasureReader.number(node.get());
        if (value > 0 && value < 1) return value;
        throw new SourceException(
                node.get().position(), "'within' is a share of the range between 0 and 1, not " + value);
    }
}
