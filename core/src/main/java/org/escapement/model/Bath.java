package org.escapement.model;

import java.util.Optional;
import org.escapement.expression.Expression;

/**
 * An environment that exchanges energy with the system.
 *
 * @param inverseTemperature 1/T [1/energy], needed where entropy is asked for
 */
public record Bath(String name, Optional<Expression> inverseTemperature) {}
