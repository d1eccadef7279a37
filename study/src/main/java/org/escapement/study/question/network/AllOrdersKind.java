package org.escapement.study.question.network;

import java.util.EnumSet;
import org.escapement.model.Model;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Node;

/** {@code all orders: {ratio: A, tolerance: 1e-4}}. */
public final class AllOrdersKind implements QuestionKind {

    private static final double TOLERANCE = 1e-5;

    @Override
    public String word() {
        return "all orders";
    }

    @Override
    public Question read(Node node, Model model) {
        EnumSet<NetworkAspect> offered = EnumSet.of(
                NetworkAspect.POWER,
                NetworkAspect.HEAT,
                NetworkAspect.ENTROPY_PRODUCTION,
                NetworkAspect.FLUCTUATION,
                NetworkAspect.RATIO,
                NetworkAspect.EXCESS,
                NetworkAspect.EFFICIENCY,
                NetworkAspect.SLOPE,
                NetworkAspect.GENERALISED_BOUND,
                NetworkAspect.GENERALISED_RATIO,
                NetworkAspect.GENERALISED_EXCESS,
                NetworkAspect.GROWTH_RATE,
                NetworkAspect.SIDEBANDS);
        AspectReader.Asked asked = new AspectReader(Names.of(model, word()), offered).read(node, true);
        return new AllOrdersQuestion(
                asked.aspect(), asked.of(), asked.tolerance().orElse(TOLERANCE));
    }
}
