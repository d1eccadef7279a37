package org.escapement.study.question.catalogue;

import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code first size: {of: {stationary: m_z + 1}, above: 1e-10, to: 200}}: the smallest number of atoms at which the answer
 * to another question is beyond a level.
 */
public final class FirstSizeKind implements QuestionKind {

    private static final int MOST = 100_000;

    @Override
    public String word() {
        return "first size";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a first size");
        Fields inner = Fields.of(f.required("of"), "the question that is asked at each size");
        Question of = Questions.read(inner, model)
                .orElseThrow(() -> new SourceException(
                        inner.position(), "ask something here, one of: " + String.join(", ", Questions.words())));
        inner.finish();
        if (!of.axes().isEmpty()) {
            throw new SourceException(inner.position(), "a first size needs a single number, not a series");
        }
        FirstSizeQuestion.Beyond beyond = beyond(f, model);
        int from = f.optional("from").map(n -> whole(n, 1)).orElse(1);
        int to = whole(f.required("to"), from);
        f.finish();
        return new FirstSizeQuestion(of, model.size(), beyond, from, to);
    }

    private static FirstSizeQuestion.Beyond beyond(Fields f, OpenSystem model) {
        Optional<PointNumber> above = number(f, "above", model);
        Optional<PointNumber> below = number(f, "below", model);
        Optional<PointNumber> from = number(f, "differs from", model);
        Optional<PointNumber> by = number(f, "by", model);
        long ways = Stream.of(above, below, from).filter(Optional::isPresent).count();
        if (ways != 1 || from.isPresent() != by.isPresent()) {
            throw new SourceException(
                    f.position(), "say beyond which level, in one way: 'above', 'below', or 'differs from' with 'by'");
        }
        if (from.isPresent()) return new FirstSizeQuestion.Away(from.get(), by.orElseThrow());
        return above.<FirstSizeQuestion.Beyond>map(FirstSizeQuestion.Above::new)
                .orElseGet(() -> new FirstSizeQuestion.Below(below.orElseThrow()));
    }

    private static Optional<PointNumber> number(Fields f, String key, OpenSystem model) {
        return f.optional(key).map(n -> PointNumber.read(n, key, model));
    }

    private static int whole(Node node, int least) {
        double n = MeasureReader.number(node);
        if (n == Math.rint(n) && n >= least && n <= MOST) return (int) n;
        throw new SourceException(
                node.position(), "a size is a whole number from " + least + " to " + MOST + ", not " + n);
    }
}
