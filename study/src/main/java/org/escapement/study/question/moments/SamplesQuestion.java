package org.escapement.study.question.moments;

import java.util.List;
import org.escapement.dynamics.diffusion.DiffusionEquations;
import org.escapement.dynamics.diffusion.SphereSampler;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A stationary expectation value sampled from the diffusion on spheres.
 *
 * @param standardError whether the standard error is asked for, not the average
 */
record SamplesQuestion(Observable of, SphereSampler.Settings settings, boolean standardError) implements Question {

    private record Key(Observable of, SphereSampler.Settings settings) {}

    @Override
    public Reply answer(Point point) {
        DiffusionEquations equations =
                point.prepared(DiffusionEquations.class, () -> DiffusionEquations.derive(point.model()));
        SphereSampler.Sampled sampled = point.shared(new Key(of, settings), () -> {
            SphereSampler sampler = new SphereSampler(equations, point.values());
            return sampler.stationary(List.of(of.operator()), settings).getFirst();
        });
        int order = equations.twiceOrder(of.operator());
        String size = point.model().size();
        double error = of.limit(order, sampled.standardError(), size);
        return Reply.of(standardError ? error : of.limit(order, sampled.mean(), size), error);
    }

    @Override
    public String level() {
        return "diffusion, sampled";
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return (standardError ? "standard error of " : "") + of.meaning();
    }

    @Override
    public String unit() {
        return of.unit();
    }
}
