package org.escapement.study.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.dynamics.meanfield.EnsembleSymmetry;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.study.file.Run;
import org.escapement.study.file.SweepAxis;

/**
 * Gives ensembles that move alike at every point of a run one set of variables. Decided from the run as a whole, so
 * that results do not depend on how its points are grouped.
 */
final class CommonMotion {

    private CommonMotion() {}

    static MeanFieldEquations of(Run run, MeanFieldEquations equations) {
        OpenSystem model = OpenSystem.of(run.model());
        List<InitialState> starts = starts(model, run);
        Map<String, String> same = EnsembleSymmetry.find(
                equations,
                fixed(model, run),
                (a, b) -> starts.stream()
                        .allMatch(s -> s.sites().get(a.name()).equals(s.sites().get(b.name()))));
        return equations.identify(same);
    }

    private static List<InitialState> starts(OpenSystem model, Run run) {
        Set<String> names = new LinkedHashSet<>(Set.of(run.start()));
        for (SweepAxis axis : run.axes()) if (axis instanceof SweepAxis.States s) names.addAll(s.states());
        return names.stream().map(model.states()::get).toList();
    }

    /** Parameters that have one value in the whole run. */
    private static Map<String, Double> fixed(OpenSystem model, Run run) {
        Set<String> varied = new LinkedHashSet<>();
        for (SweepAxis axis : run.axes()) {
            varied.add(axis.name());
            if (axis instanceof SweepAxis.Random r) varied.addAll(r.intervals().keySet());
        }
        Map<String, Double> fixed = new LinkedHashMap<>();
        model.parameters().values().forEach(p -> {
            if (p.preset().isPresent() && !varied.contains(p.name()))
                fixed.put(p.name(), p.preset().getAsDouble());
        });
        for (Map.Entry<String, Expression> e : run.set().entrySet()) {
            fixed.remove(e.getKey());
            boolean constant = fixed.keySet().containsAll(e.getValue().symbols());
            if (constant) fixed.put(e.getKey(), Evaluation.of(e.getValue(), fixed::get));
        }
        return fixed;
    }
}
