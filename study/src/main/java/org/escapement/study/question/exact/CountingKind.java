package org.escapement.study.question.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.JumpOperator;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code counting: {heat: hot bath, cumulant: 2}}: full counting statistics of jumps, or of the heat they carry, in the
 * stationary state at finite N.
 */
public final class CountingKind implements QuestionKind {

    private static final int HIGHEST = 12;

    @Override
    public String word() {
        return "counting";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about counting");
        Optional<Node> heat = f.optional("heat");
        Optional<Node> jumps = f.optional("jumps");
        Optional<Node> cumulant = f.optional("cumulant");
        Optional<Node> frequency = f.optional("frequency");
        f.finish();
        if (heat.isPresent() == jumps.isPresent()) {
            throw new SourceException(node.position(), "say what is counted: 'heat' of a bath, or 'jumps' by name");
        }
        if (cumulant.isPresent() == frequency.isPresent()) {
            throw new SourceException(
                    node.position(), "say what is told of it: 'cumulant' with an order, or a 'frequency'");
        }
        List<String> names = heat.map(n -> ofBath(n, model)).orElseGet(() -> named(jumps.orElseThrow(), model));
        int order = cumulant.map(CountingKind::order).orElse(0);
        List<Double> frequencies =
                frequency.map(n -> NoiseKind.numbers(n, "frequencies")).orElse(List.of());
        return new CountingQuestion(
                names,
                heat.isPresent(),
                order,
                frequencies,
                frequency.map(NoiseKind::isList).orElse(false));
    }

    private static List<String> ofBath(Node node, OpenSystem model) {
        List<String> words = new ArrayList<>(model.baths().keySet());
        words.add("all");
        String bath = Fields.choice(node, "bath", words);
        return model.jumps().stream()
                .filter(j -> bath.equals("all") || j.bath().equals(bath))
                .map(JumpOperator::name)
                .toList();
    }

    private static List<String> named(Node node, OpenSystem model) {
        List<String> known = model.jumps().stream().map(JumpOperator::name).toList();
        List<Node> items = node instanceof Node.Listing ? Fields.items(node) : List.of(node);
        return items.stream().map(n -> Fields.choice(n, "jump", known)).toList();
    }

    private static int order(Node node) {
        int order = SelectionReader.whole(node, "the order of a cumulant");
        if (order <= HIGHEST) return order;
        throw new SourceException(node.position(), "cumulants are told up to order " + HIGHEST + ", not " + order);
    }
}
