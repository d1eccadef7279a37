package org.escapement.study.question.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads what is asked about a driven network: {@code entropy production}, {@code {power: A}}, {@code {efficiency: [A, B]}}. */
final class AspectReader {

    /** Something asked, with the tolerance if one is given. */
    record Asked(NetworkAspect aspect, List<String> of, Optional<Double> tolerance) {}

    private final Names names;
    private final Set<NetworkAspect> offered;

    AspectReader(Names names, Set<NetworkAspect> offered) {
        this.names = names;
        this.offered = offered;
    }

    private List<String> words() {
        return offered.stream().map(NetworkAspect::word).toList();
    }

    Asked read(Node node, boolean tolerant) {
        if (node instanceof Node.Scalar) {
            NetworkAspect aspect = NetworkAspect.named(Fields.choice(node, "quantity of a driven network", words()))
                    .orElseThrow();
            if (aspect.of() == NetworkAspect.Of.NOTHING) return new Asked(aspect, List.of(), Optional.empty());
            throw new SourceException(node.position(), "say whose: {" + aspect.word() + ": " + example(aspect) + "}");
        }
        Fields f = Fields.of(node, "what is asked about a driven network");
        Optional<Double> tolerance = tolerant ? f.optional("tolerance").map(AspectReader::tolerance) : Optional.empty();
        Asked found = null;
        for (NetworkAspect aspect : offered) {
            Optional<Node> value = f.optional(aspect.word());
            if (value.isEmpty()) continue;
            if (found != null) {
                throw new SourceException(
                        value.get().position(),
                        "one thing is asked at a time, not '" + found.aspect().word() + "' and '" + aspect.word()
                                + "': record them under two names");
            }
            found = new Asked(aspect, of(aspect, value.get()), tolerance);
        }
        f.finish();
        if (found == null) {
            throw new SourceException(node.position(), "say what is asked, one of: " + String.join(", ", words()));
        }
        return found;
    }

    private String example(NetworkAspect aspect) {
        List<String> all = aspect.of() == NetworkAspect.Of.BATH ? names.baths() : names.oscillators();
        return aspect.of() == NetworkAspect.Of.PAIR ? all.toString() : all.getFirst();
    }

    private List<String> of(NetworkAspect aspect, Node node) {
        return switch (aspect.of()) {
            case OSCILLATOR -> List.of(names.oscillator(node));
            case OSCILLATOR_OR_TOTAL -> List.of(names.oscillatorOrTotal(node));
            case BATH -> List.of(names.bathOrStatic(node));
            case PAIR -> names.pair(node, true);
            case NOTHING -> {
                List<String> yes = new ArrayList<>(Fields.texts(List.of(node), aspect.word()));
                if (yes.equals(List.of("true"))) yield List.of();
                throw new SourceException(
                        node.position(), "'" + aspect.word() + "' belongs to no oscillator: write it as 'true'");
            }
        };
    }

    static double tolerance(Node node) {
        double value = MeasureReader.number(node);
        if (value >= 1e-10 && value <= 0.1) return value;
        throw new SourceException(node.position(), "a tolerance lies between 1e-10 and 0.1, not " + value);
    }
}
