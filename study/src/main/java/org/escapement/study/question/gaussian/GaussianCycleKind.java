package org.escapement.study.question.gaussian;

import java.util.List;
import java.util.stream.Stream;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.gaussian.GaussianCycleQuestion.Aspect;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code gaussian cycle: {ask: phase diffusion}}: fluctuations on the attracting limit cycle that the start ends in. */
public final class GaussianCycleKind implements QuestionKind {

    /** When to give up looking for the cycle, [time]. */
    private static final double LONGEST = 20_000;

    @Override
    public String word() {
        return "gaussian cycle";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about fluctuations on a limit cycle");
        List<String> words = Stream.of(Aspect.values()).map(Aspect::word).toList();
        Aspect aspect = Aspect.values()[words.indexOf(Fields.choice(f.required("ask"), "question", words))];
        double longest = f.optional("longest").map(MeasureReader::number).orElse(LONGEST);
        f.finish();
        if (!(longest > 0)) throw new SourceException(node.position(), "'longest' is a positive time, not " + longest);
        try {
            FluctuationEquations.derive(model);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return new GaussianCycleQuestion(aspect, longest);
    }
}
