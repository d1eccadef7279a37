package org.escapement.study.question.exact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.expression.ExpressionException;
import org.escapement.model.Mode;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.Measure;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.exact.InformationQuestion.Subject;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code information: {measure: negativity, between: [A, B], at: 2}}: what states of parts of a finite system hold, in time
 * or in the stationary state.
 */
public final class InformationKind implements QuestionKind {

    @Override
    public String word() {
        return "information";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about a state");
        InformationMeasure measure =
                InformationMeasure.of(Fields.choice(f.required("measure"), "measure", InformationMeasure.words()));
        Subject subject = subject(f, node, measure, model);
        Optional<Operator> energy = f.optional("energy").map(n -> energy(n, model));
        if (energy.isPresent() != (measure == InformationMeasure.ERGOTROPY)) {
            throw new SourceException(node.position(), "an 'energy' is given for the ergotropy, and only for it");
        }
        List<Double> times = List.of();
        boolean series = false;
        Optional<Node> rest = f.optional("stationary");
        if (rest.isPresent()) Fields.choice(rest.get(), "answer", List.of("true"));
        else {
            Measure when = MeasureReader.read(f);
            times = times(node, when);
            series = when instanceof Measure.Series;
        }
        f.finish();
        return new InformationQuestion(measure, subject, energy, times, series);
    }

    private static Subject subject(Fields f, Node node, InformationMeasure measure, OpenSystem model) {
        Optional<Node> of = f.optional("of");
        Optional<Node> between = f.optional("between");
        Optional<Node> atoms = f.optional("atoms of");
        long given =
                List.of(of, between, atoms).stream().filter(Optional::isPresent).count();
        if (given != 1) {
            throw new SourceException(
                    node.position(), "say of what: 'of' ensembles and modes, 'between' two of them, or two 'atoms of'");
        }
        if (atoms.isPresent()) {
            require(measure.isOfAtoms(), atoms.get(), measure, "two single atoms");
            List<String> ensembles =
                    model.ensembles().stream().map(SpinEnsemble::name).toList();
            return new Subject.Atoms(pair(atoms.get(), ensembles, true));
        }
        if (between.isPresent()) {
            require(measure.isBetween(), between.get(), measure, "two whole ensembles or modes");
            return new Subject.Between(pair(between.get(), sites(model), false));
        }
        Node one = of.orElseThrow();
        require(measure.isOfOne(), one, measure, "one part");
        List<Node> items = one instanceof Node.Listing ? Fields.items(one) : List.of(one);
        List<String> names = names(items, sites(model));
        boolean several = names.size() != 1 && measure == InformationMeasure.ERGOTROPY;
        if (several || new HashSet<>(names).size() != names.size()) {
            throw new SourceException(
                    one.position(), several ? "the ergotropy is told of one ensemble or mode" : "named twice");
        }
        return new Subject.Sites(names);
    }

    private static void require(boolean fits, Node node, InformationMeasure measure, String what) {
        if (!fits) throw new SourceException(node.position(), "'" + measure.word() + "' is not told of " + what);
    }

    private static List<String> pair(Node node, List<String> known, boolean twice) {
        List<String> names = names(Fields.items(node), known);
        if (names.size() == 2 && (twice || !names.get(0).equals(names.get(1)))) return names;
        throw new SourceException(node.position(), "two names are needed here, for example [A, B]");
    }

    private static List<String> names(List<Node> nodes, List<String> known) {
        return nodes.stream()
                .map(n -> Fields.choice(n, "ensemble or mode", known))
                .toList();
    }

    private static List<String> sites(OpenSystem model) {
        List<String> names = new ArrayList<>();
        model.ensembles().stream().map(SpinEnsemble::name).forEach(names::add);
        model.modes().stream().map(Mode::name).forEach(names::add);
        return names;
    }

    private static List<Double> times(Node node, Measure when) {
        return switch (when) {
            case Measure.AtTime t -> List.of(t.time());
            case Measure.Series s -> s.times();
            default -> throw new SourceException(node.position(), "states are read off by: at, series, stationary");
        };
    }

    private static Operator energy(Node node, OpenSystem model) {
        Node.Scalar text = Fields.scalar(node, "energy");
        try {
            Operator o = model.operator(text.text());
            if (o.isHermitian()) return o;
            throw new SourceException(node.position(), "an energy is Hermitian, <" + text.text() + "> is not");
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (ExpressionException e) {
            throw new SourceException(text.at(e.offset()), e.getMessage());
        }
    }
}
