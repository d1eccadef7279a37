package org.escapement.model;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;

/**
 * A critical value defined by an equation: the root of {@code equation = 0} for one unknown in a bracket.
 *
 * @param unknown name of the unknown, not a parameter
 * @param equation vanishes at the threshold
 * @param from lower end of the bracket
 * @param to upper end of the bracket
 */
public record Threshold(
        String name,
        String unknown,
        Expression equation,
        Expression from,
        Expression to,
        List<Expression> requires,
        Optional<String> unit,
        Optional<String> label,
        Optional<String> meaning) {
    public Threshold {
        requires = List.copyOf(requires);
    }
}
