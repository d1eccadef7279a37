package org.escapement.observables.nonlinear;

import org.escapement.expression.Expression;

/**
 * A surface crossed by orbits: the states at which a quantity passes a level in one direction.
 *
 * @param quantity expression of variables and parameters
 * @param level value that is passed
 * @param rising whether the quantity grows there
 */
public record Section(Expression quantity, double level, boolean rising) {

    public static Section rising(Expression quantity, double level) {
        return new Section(quantity, level, true);
    }

    public static Section falling(Expression quantity, double level) {
        return new Section(quantity, level, false);
    }
}
