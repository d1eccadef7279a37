package org.escapement.model;

import java.util.Optional;
import org.escapement.expression.Expression;

/**
 * A quantity of the state that the model's author gave a name, such as the stored energy.
 *
 * @param definition numbers, expectation values {@code <A.z>}, {@code heat("bath")} and functionals of time
 */
public record NamedQuantity(
        String name, Expression definition, Optional<String> unit, Optional<String> label, Optional<String> meaning) {

    /** A quantity without unit, label and meaning. */
    public static NamedQuantity of(String name, Expression definition) {
        return new NamedQuantity(name, definition, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
