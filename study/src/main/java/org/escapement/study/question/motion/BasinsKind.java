package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.motion.BasinsQuestion.Aspect;
import org.escapement.study.question.motion.BasinsQuestion.Draws;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** {@code basins: {ask: oscillating, starts: 200, reach: 1, seed: 1}}. */
public final class BasinsKind implements QuestionKind {

    private static final int SEED = 1;
    private static final int LARGEST = 4;

    @Override
    public String word() {
        return "basins";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about basins");
        List<String> words = Arrays.stream(Aspect.values()).map(Aspect::word).toList();
        String word = Fields.choice(f.required("ask"), "question about basins", words);
        Draws draws = new Draws(
                MeasureReader.whole(f.required("starts"), 1, 1_000_000),
                f.optional("reach").map(n -> MeasureReader.between(n, 0, 1e6)).orElse(0.0),
                f.optional("seed")
                        .map(n -> MeasureReader.whole(n, 0, Integer.MAX_VALUE))
                        .orElse(SEED),
                f.optional("longest").map(n -> MeasureReader.between(n, 1, 1e9)).orElse(LongTimeKind.LONGEST));
        Question q = new BasinsQuestion(
                Aspect.values()[words.indexOf(word)],
                draws,
                f.optional("largest").map(n -> MeasureReader.whole(n, 1, 1000)).orElse(LARGEST));
        f.finish();
        return q;
    }
}
