package org.escapement.study.question.moments;

import java.util.Set;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.diffusion.TensorEquations;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code tensors: {mean: power, size: infinite}}: collective spins in spherical tensors, the diffusion on spheres for
 * infinite N and the master equation for finite N.
 */
public final class TensorsKind implements QuestionKind {

    @Override
    public String word() {
        return "tensors";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question in spherical tensors");
        Aspect aspect = new AspectReader(model, Set.of("factorised noise", "positivity")).read(f);
        SystemSize size = CumulantsKind.size(f);
        f.finish();
        try {
            TensorEquations.derive(model, size);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return new TensorsQuestion(aspect, size);
    }
}
