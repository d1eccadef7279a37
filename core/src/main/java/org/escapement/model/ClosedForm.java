package org.escapement.model;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;

/**
 * A number, or a list of numbers, known in closed form from the parameters alone.
 *
 * @param values one expression for each number
 * @param requires conditions under which the form holds; asked for elsewhere it is refused by name
 */
public record ClosedForm(
        String name,
        List<Expression> values,
        List<Expression> requires,
        Optional<String> unit,
        Optional<String> label,
        Optional<String> meaning) {
    public ClosedForm {
        values = List.copyOf(values);
        requires = List.copyOf(requires);
    }

    /** A form that always holds, without unit, label and meaning. */
    public static ClosedForm of(String name, List<Expression> values) {
        return new ClosedForm(name, values, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
