package org.escapement.study.question.gaussian;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.model.Mode;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.Measure;
import org.escapement.observables.fluctuations.Bipartition;
import org.escapement.observables.fluctuations.GaussianMeasure;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code gaussian: {measure: negativity, between: [A, B], at: 20}}: information in the fluctuations around the mean field,
 * at a time, as a series, averaged over a window, at its extreme, or {@code stationary: true}.
 */
public final class GaussianKind implements QuestionKind {

    @Override
    public String word() {
        return "gaussian";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about fluctuations");
        GaussianMeasure measure = GaussianMeasure.named(
                        Fields.choice(f.required("measure"), "measure", GaussianMeasure.words()))
                .orElseThrow();
        Bipartition groups = groups(f.required("between"), model, measure);
        When when = when(f);
        f.finish();
        try {
            FluctuationEquations.derive(model);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return new GaussianQuestion(measure, groups, when);
    }

    static When when(Fields f) {
        if (f.optional("stationary").isPresent()) {
            Node node = f.required("stationary");
            if (Fields.choice(node, "answer", List.of("true")).equals("true")) return new When.Stationary();
        }
        Measure measure = MeasureReader.read(f);
        boolean known = measure instanceof Measure.AtTime
                || measure instanceof Measure.Series
                || measure instanceof Measure.Average
                || measure instanceof Measure.Extremum;
        if (known) return new When.Along(measure);
        throw new SourceException(
                f.position(),
                "fluctuations are read off by: at, series, average, maximum, minimum, time of maximum,"
                        + " time of minimum, stationary");
    }

    private static Bipartition groups(Node node, OpenSystem model, GaussianMeasure measure) {
        List<Node> groups = Fields.items(node);
        if (groups.size() != 2) {
            throw new SourceException(node.position(), "'between' needs two groups, for example [A, B] or [[A, B], C]");
        }
        List<Integer> first = group(groups.get(0), model);
        List<Integer> second = group(groups.get(1), model);
        if (new HashSet<>(first).removeAll(second)) {
            throw new SourceException(node.position(), "the two groups have a member in common");
        }
        if (measure.isOneWay() && second.size() != 1) {
            throw new SourceException(
                    groups.get(1).position(),
                    "a " + measure.word() + " measures one ensemble or mode, the second group, not " + second.size());
        }
        return new Bipartition(first, second);
    }

    private static List<Integer> group(Node node, OpenSystem model) {
        List<String> names = new ArrayList<>();
        model.ensembles().stream().map(SpinEnsemble::name).forEach(names::add);
        model.modes().stream().map(Mode::name).forEach(names::add);
        List<Integer> group = new ArrayList<>();
        List<Node> members = node instanceof Node.Listing l ? l.items() : List.of(node);
        for (Node member : members) {
            int index = names.indexOf(Fields.choice(member, "ensemble or mode", names));
            if (group.contains(index)) throw new SourceException(member.position(), "named twice in one group");
            group.add(index);
        }
        if (group.isEmpty()) throw new SourceException(node.position(), "a group needs a member");
        return group;
    }
}
