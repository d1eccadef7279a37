package org.escapement.study.question.gaussian;

import java.util.List;
import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.expression.ExpressionException;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measure;
import org.escapement.observables.thermodynamics.EnergyBalance;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code next order: {heat: bath A, at: 2}}: what fluctuations add to an expectation value for large but finite N, or its
 * leading order.
 */
public final class NextOrderKind implements QuestionKind {

    @Override
    public String word() {
        return "next order";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about the next order");
        Optional<Node> heat = f.optional("heat");
        Optional<Node> operator = f.optional("of");
        String part = f.optional("part")
                .map(n -> Fields.choice(n, "part", List.of("next", "leading")))
                .orElse("next");
        Measure when = MeasureReader.read(f);
        f.finish();
        if (heat.isPresent() == operator.isPresent()) {
            throw new SourceException(node.position(), "say of what: 'heat' of a bath, or 'of' an operator");
        }
        Operator asked = heat.map(n -> heat(n, model)).orElseGet(() -> operator(operator.orElseThrow(), model));
        try {
            FluctuationEquations.derive(model);
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        List<Double> times =
                switch (when) {
                    case Measure.AtTime t -> List.of(t.time());
                    case Measure.Series s -> s.times();
                    default -> throw new SourceException(node.position(), "the next order is read off by: at, series");
                };
        return new NextOrderQuestion(asked, part.equals("leading"), times, when instanceof Measure.Series);
    }

    private static Operator heat(Node node, OpenSystem model) {
        String bath = Fields.choice(node, "bath", List.copyOf(model.baths().keySet()));
        return new EnergyBalance(model).heat(bath);
    }

    private static Operator operator(Node node, OpenSystem model) {
        Node.Scalar text = Fields.scalar(node, "of");
        try {
            Operator o = model.operator(text.text());
            if (o.isHermitian()) return o;
            throw new SourceException(node.position(), "<" + text.text() + "> is complex: ask for its Hermitian parts");
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (ExpressionException e) {
            throw new SourceException(text.at(e.offset()), e.getMessage());
        }
    }
}
