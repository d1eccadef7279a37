package org.escapement.study.question.network;

import java.util.EnumSet;
import org.escapement.model.Model;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Node;

/** {@code second order: {ratio: A}}. */
public final class SecondOrderKind implements QuestionKind {

    @Override
    public String word() {
        return "second order";
    }

    @Override
    public Question read(Node node, Model model) {
        EnumSet<NetworkAspect> offered =
                EnumSet.complementOf(EnumSet.of(NetworkAspect.GROWTH_RATE, NetworkAspect.SIDEBANDS));
        AspectReader.Asked asked = new AspectReader(Names.of(model, word()), offered).read(node, false);
        return new SecondOrderQuestion(asked.aspect(), asked.of());
    }
}
