package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.motion.HysteresisQuestion.Aspect;
import org.escapement.study.question.motion.HysteresisQuestion.Sweep;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code hysteresis: {ask: opens, along: Omega, from: 0.2, to: 1.2, points: 41}}. */
public final class HysteresisKind implements QuestionKind {

    private static final int POINTS = 41;
    private static final double KICK = 1e-6;

    @Override
    public String word() {
        return "hysteresis";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about hysteresis");
        List<String> words = Arrays.stream(Aspect.values()).map(Aspect::word).toList();
        String word = Fields.choice(f.required("ask"), "question about hysteresis", words);
        Sweep sweep = new Sweep(
                Fields.choice(
                        f.required("along"),
                        "parameter",
                        List.copyOf(model.parameters().keySet())),
                PointNumber.read(f.required("from"), "from", model),
                PointNumber.read(f.required("to"), "to", model),
                f.optional("points")
                        .map(n -> MeasureReader.whole(n, 2, 100_000))
                        .orElse(POINTS),
                f.optional("kick").map(n -> MeasureReader.between(n, 0, 1)).orElse(KICK),
                f.optional("longest").map(n -> MeasureReader.between(n, 1, 1e9)).orElse(LongTimeKind.LONGEST));
        Question q = new HysteresisQuestion(Aspect.values()[words.indexOf(word)], sweep);
        f.finish();
        return q;
    }
}
