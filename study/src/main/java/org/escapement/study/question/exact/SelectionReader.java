package org.escapement.study.question.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.expression.ExpressionException;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads which eigenvalues are asked for. */
final class SelectionReader {

    private static final int MOST = 100_000;

    private final OpenSystem model;

    SelectionReader(OpenSystem model) {
        this.model = model;
    }

    Selection read(Fields f, Selection.Kind preset) {
        Selection.Kind kind = f.optional("kind")
                .map(n -> Selection.Kind.of(Fields.choice(n, "kind", Selection.Kind.words())))
                .orElse(preset);
        return blocks(f, kind, f.optional("near").map(SelectionReader::number));
    }

    /** All eigenvalues of a kind on the blocks and of the parity asked for. */
    Selection blocks(Fields f, Selection.Kind kind, Optional<Selection.Number> near) {
        Optional<Parity> parity = f.optional("parity")
                .map(n -> Fields.choice(n, "parity", List.of("even", "odd")).equals("even") ? Parity.EVEN : Parity.ODD);
        return new Selection(kind, parity, f.optional("reached by").map(this::operator), near);
    }

    private String operator(Node node) {
        Node.Scalar text = Fields.scalar(node, "reached by");
        try {
            model.operator(text.text());
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (ExpressionException e) {
            throw new SourceException(text.at(e.offset()), e.getMessage());
        }
        return text.text();
    }

    private static Selection.Number number(Node node) {
        List<Node> parts = Fields.items(node);
        if (parts.size() != 2) throw new SourceException(node.position(), "'near' is [real part, imaginary part]");
        return new Selection.Number(MeasureReader.number(parts.get(0)), MeasureReader.number(parts.get(1)));
    }

    static EigenvaluesQuestion.Part part(Fields f) {
        return EigenvaluesQuestion.Part.of(Fields.choice(f.required("part"), "part", EigenvaluesQuestion.Part.words()));
    }

    static int whole(Node node, String what) {
        double value = MeasureReader.number(node);
        if (value == Math.rint(value) && value >= 1 && value <= MOST) return (int) value;
        throw new SourceException(node.position(), what + " is a whole number from 1 to " + MOST + ", not " + value);
    }
}
