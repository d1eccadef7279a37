package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.StateQuantity;
import org.escapement.study.question.motion.FixedPointsQuestion.Aspect;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code fixed points: attracting} or {@code fixed points: {greatest: photons}}. */
public final class FixedPointsKind implements QuestionKind {

    @Override
    public String word() {
        return "fixed points";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        List<Aspect> counts = List.of(Aspect.NUMBER, Aspect.ATTRACTING);
        if (node instanceof Node.Scalar) {
            List<String> words = counts.stream().map(Aspect::word).toList();
            String word = Fields.choice(node, "question about fixed points", words);
            return new FixedPointsQuestion(counts.get(words.indexOf(word)), Expression.ZERO);
        }
        Fields f = Fields.of(node, "a question about fixed points");
        Optional<Question> asked = Optional.empty();
        for (Aspect aspect : Arrays.asList(Aspect.LEAST, Aspect.GREATEST)) {
            if (asked.isPresent()) break;
            asked = f.optional(aspect.word()).map(n -> new FixedPointsQuestion(aspect, StateQuantity.read(n, model)));
        }
        f.finish();
        return asked.orElseThrow(() -> new SourceException(
                node.position(), "say 'number', 'attracting', or {least: Q} or {greatest: Q} of a quantity Q"));
    }
}
