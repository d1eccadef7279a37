package org.escapement.model;

import java.util.Optional;
import org.escapement.expression.Expression;

/**
 * A quantity of the state that the model's author gave a name, such as the stored energy.
 *
 * @param definition numbers, expectation values {@code <A.z>}, {@code heat("bath")} and functionals of time
 */
public record NamedQuantity(
        String name, Expression definition, Optional<String> unit, Optional<String> label, Optional<String> meaning) {}
