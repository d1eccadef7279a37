package org.escapement.study.question.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.ExpressionException;
import org.escapement.model.Mode;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.Measure;
import org.escapement.observables.information.ReducedMeasure;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code reduced: {measure: negativity, between: [A, B], at: 2}} or {@code reduced: {ergotropy of: A, energy: A.z, at: 2}}: what
 * the state of one or two ensembles or modes holds at finite N, all others traced out.
 */
public final class ReducedKind implements QuestionKind {

    @Override
    public String word() {
        return "reduced";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about a reduced state");
        Optional<Node> measure = f.optional("measure");
        Optional<Node> between = f.optional("between");
        Optional<Node> site = f.optional("ergotropy of");
        Optional<Node> energy = f.optional("energy");
        boolean stationary = f.optional("stationary")
                .map(n -> Fields.choice(n, "answer", List.of("true")).equals("true"))
                .orElse(false);
        Optional<Measure> when = stationary ? Optional.empty() : Optional.of(MeasureReader.read(f));
        f.finish();
        boolean ofTwo = measure.isPresent() && between.isPresent() && site.isEmpty() && energy.isEmpty();
        boolean ofOne = measure.isEmpty() && between.isEmpty() && site.isPresent() && energy.isPresent();
        if (!ofTwo && !ofOne) {
            throw new SourceException(
                    node.position(),
                    "say what is asked: a 'measure' 'between' two ensembles or modes, or 'ergotropy of' one and its 'energy'");
        }
        ReducedSubject subject = ofTwo
                ? information(measure.get(), between.get(), model)
                : ergotropy(site.get(), energy.get(), model);
        List<Double> times = when.map(m -> times(m, node)).orElse(List.of());
        return new ReducedQuestion(subject, stationary, times, when.orElse(null) instanceof Measure.Series);
    }

    private static List<Double> times(Measure when, Node node) {
        return switch (when) {
            case Measure.AtTime t -> List.of(t.time());
            case Measure.Series s -> s.times();
            default ->
                throw new SourceException(node.position(), "a reduced state is looked at by: at, series, stationary");
        };
    }

    private static List<String> names(OpenSystem model) {
        List<String> names = new ArrayList<>();
        model.ensembles().stream().map(SpinEnsemble::name).forEach(names::add);
        model.modes().stream().map(Mode::name).forEach(names::add);
        return names;
    }

    private static ReducedSubject information(Node measure, Node between, OpenSystem model) {
        ReducedMeasure what = ReducedMeasure.named(Fields.choice(measure, "measure", ReducedMeasure.words()));
        List<Node> groups = Fields.items(between);
        if (groups.size() != 2) {
            throw new SourceException(between.position(), "'between' needs two ensembles or modes, for example [A, B]");
        }
        String a = Fields.choice(groups.get(0), "ensemble or mode", names(model));
        String b = Fields.choice(groups.get(1), "ensemble or mode", names(model));
        if (a.equals(b)) throw new SourceException(between.position(), "the two are the same");
        return new ReducedSubject.Between(what, a, b);
    }

    private static ReducedSubject ergotropy(Node site, Node energy, OpenSystem model) {
        String name = Fields.choice(site, "ensemble or mode", names(model));
        Node.Scalar text = Fields.scalar(energy, "energy");
        try {
            return new ReducedSubject.ErgotropyOf(name, model.operator(text.text()));
        } catch (ModelException e) {
            throw new SourceException(energy.position(), e.getMessage());
        } catch (ExpressionException e) {
            throw new SourceException(text.at(e.offset()), e.getMessage());
        }
    }
}
