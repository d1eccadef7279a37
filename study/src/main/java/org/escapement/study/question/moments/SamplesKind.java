package org.escapement.study.question.moments;

import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.diffusion.DiffusionEquations;
import org.escapement.dynamics.diffusion.SphereSampler;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code samples: {mean: power, trajectories: 400, step: 0.1, settling: 100, duration: 1000, seed: 1}}: the diffusion on
 * spheres sampled in its stationary state; {@code standard error} in place of {@code mean} for its standard error.
 */
public final class SamplesKind implements QuestionKind {

    @Override
    public String word() {
        return "samples";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question of samples");
        boolean error = f.optional("standard error").isPresent();
        Observable of = Observable.read(f.required(error ? "standard error" : "mean"), model);
        SphereSampler.Settings settings;
        try {
            settings = new SphereSampler.Settings(
                    (int) number(f, "trajectories"),
                    number(f, "step"),
                    number(f, "settling"),
                    number(f, "duration"),
                    (long) number(f, "seed"));
        } catch (IllegalArgumentException e) {
            throw new SourceException(node.position(), "samples " + e.getMessage());
        }
        f.finish();
        try {
            DiffusionEquations.derive(model);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return new SamplesQuestion(of, settings, error);
    }

    private static double number(Fields f, String key) {
        return MeasureReader.number(f.required(key));
    }
}
