package org.escapement.study.question.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.model.JumpOperator;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.gaussian.GaussianCountingQuestion.Counter;
import org.escapement.study.text.GridText;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code gaussian counting: {heat: bath A, cumulant: 2}}: mean, variance, covariance and spectrum of counted heat or jumps in
 * the stationary state, per N for N to infinity, from the fluctuations.
 */
public final class GaussianCountingKind implements QuestionKind {

    private static final String ALL = "all";

    @Override
    public String word() {
        return "gaussian counting";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about counting");
        Optional<Node> heat = f.optional("heat");
        Optional<Node> jumps = f.optional("jumps");
        Optional<Counter> with = f.optional("with heat").map(n -> heat(n, model));
        Optional<Integer> cumulant = f.optional("cumulant")
                .map(n -> Integer.parseInt(Fields.choice(n, "order of the cumulant", List.of("1", "2"))));
        Optional<Node> frequency = f.optional("frequency");
        f.finish();
        if (heat.isPresent() == jumps.isPresent()) {
            throw new SourceException(node.position(), "say what is counted: 'heat' of a bath, or 'jumps' by name");
        }
        if (cumulant.isPresent() == frequency.isPresent()) {
            throw new SourceException(node.position(), "say what is told of it: 'cumulant' 1 or 2, or a 'frequency'");
        }
        if (with.isPresent() && cumulant.orElse(0) != 2) {
            throw new SourceException(node.position(), "'with heat' asks for a covariance: it needs 'cumulant: 2'");
        }
        try {
            FluctuationEquations.derive(model);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        Counter counted = heat.map(n -> heat(n, model)).orElseGet(() -> jumps(jumps.orElseThrow(), model));
        List<Double> frequencies =
                frequency.map(GaussianCountingKind::frequencies).orElse(List.of(0.0));
        boolean list = frequency.filter(n -> !(n instanceof Node.Scalar)).isPresent();
        return new GaussianCountingQuestion(counted, with, cumulant.orElse(2), frequencies, list);
    }

    private static Counter heat(Node node, OpenSystem model) {
        List<String> words = new ArrayList<>(model.baths().keySet());
        words.add(ALL);
        String bath = Fields.choice(node, "bath", words);
        List<String> names = model.jumps().stream()
                .filter(j -> bath.equals(ALL) || j.bath().equals(bath))
                .map(JumpOperator::name)
                .toList();
        return new Counter(names, true);
    }

    private static Counter jumps(Node node, OpenSystem model) {
        List<String> known = model.jumps().stream().map(JumpOperator::name).toList();
        List<Node> items = node instanceof Node.Listing l ? l.items() : List.of(node);
        return new Counter(
                items.stream().map(n -> Fields.choice(n, "jump", known)).toList(), false);
    }

    private static List<Double> frequencies(Node node) {
        return node instanceof Node.Scalar
                ? List.of(MeasureReader.number(node))
                : GridText.read(node, "a list of frequencies", "frequencies");
    }
}
