package org.escapement.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.escapement.expression.Evaluation;
import org.escapement.expression.ExpressionException;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.Scope;
import org.escapement.model.ModelException;

/** Reads {@code name=value} where the value may be an expression such as {@code 2*pi}. */
final class Assignments {

    private Assignments() {}

    static Map<String, Double> parse(List<String> texts) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String text : texts) {
            for (String part : text.split(",(?![^()]*\\))", -1)) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new ModelException("'" + part + "' is not of the form name=value, for example J=3.4");
                }
                if (part.substring(equals + 1).isBlank()) {
                    String name = part.substring(0, equals).trim();
                    throw new ModelException(
                            "'" + part + "' gives '" + name + "' no value: write for example " + name + "=1");
                }
                values.put(part.substring(0, equals).trim(), number(part.substring(equals + 1), values));
            }
        }
        return values;
    }

    private static double number(String text, Map<String, Double> known) {
        try {
            Scope words = Scope.numbers(new TreeSet<>(known.keySet()));
            return Evaluation.of(ExpressionParser.parse(text, words), known::get);
        } catch (ExpressionException e) {
            throw new ModelException("in '" + text + "': " + e.getMessage());
        }
    }
}
