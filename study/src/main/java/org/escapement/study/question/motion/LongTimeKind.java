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
import org.escapement.study.question.motion.LongTimeQuestion.Aspect;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code long time: period} or {@code long time: {average: photons, longest: 1e5}}. */
public final class LongTimeKind implements QuestionKind {

    static final double LONGEST = 20_000;

    @Override
    public String word() {
        return "long time";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        if (node instanceof Node.Scalar) return plain(node, LONGEST);
        Fields f = Fields.of(node, "what is asked about long times");
        double longest = f.optional("longest").map(MeasureReader::number).orElse(LONGEST);
        if (!(longest > 0)) throw new SourceException(f.required("longest").position(), "a time is positive");
        Question asked = f.optional(Aspect.AVERAGE.word())
                .<Question>map(n -> new LongTimeQuestion(
                        Aspect.AVERAGE,
                        StateQuantity.read(n, model),
                        f.optional("per").map(d -> StateQuantity.read(d, model)),
                        longest))
                .orElseGet(() -> plain(f.required("ask"), longest));
        f.finish();
        return asked;
    }

    private static Question plain(Node node, double longest) {
        List<String> words = Arrays.stream(Aspect.values())
                .filter(a -> a != Aspect.AVERAGE)
                .map(Aspect::word)
                .toList();
        String word = Fields.choice(node, "question about long times", words);
        Aspect aspect = Arrays.stream(Aspect.values())
                .filter(a -> a.word().equals(word))
                .findFirst()
                .orElseThrow();
        return new LongTimeQuestion(aspect, Expression.ZERO, Optional.empty(), longest);
    }
}
