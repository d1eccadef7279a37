package org.escapement.model.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;
import org.escapement.model.Parameter;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads a parameter of a model or network. */
final class ParameterReader {

    private ParameterReader() {}

    /** A parameter with its preset alone or with a description. */
    static Parameter read(Entry entry) {
        return entry.value() instanceof Node.Mapping
                ? described(entry)
                : new Parameter(
                        entry.key(), preset(entry.value()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Parameter described(Entry entry) {
        Fields f = Fields.of(entry.value(), "parameter '" + entry.key() + "'");
        OptionalDouble preset =
                f.optional("preset").map(ParameterReader::preset).orElse(OptionalDouble.empty());
        Parameter p = new Parameter(entry.key(), preset, f.text("unit"), f.text("label"), f.text("meaning"));
        f.finish();
        return p;
    }

    private static OptionalDouble preset(Node node) {
        String text = Fields.scalar(node, "preset").text();
        if (text.equals("required")) return OptionalDouble.empty();
        if (text.matches("[A-Za-z_].*") && !text.matches("(pi|infinity)\\b.*|\\w+\\(.*")) {
            throw new SourceException(
                    node.position(), "a preset is a number such as 0.5 or the word required, not '" + text + "'");
        }
        Expression e = Fields.expression(node, "preset", Scope.numbers(List.of()));
        double value = Evaluation.of(e, name -> Double.NaN);
        if (Double.isNaN(value)) {
            throw new SourceException(node.position(), "the preset '" + text + "' is not a real number");
        }
        return OptionalDouble.of(value);
    }
}
