package org.escapement.observables.means;

import org.escapement.expression.Expression;

/**
 * A number carried along with the state: the integral of a quantity, or an angle followed continuously.
 *
 * @param name the variable's name, not usable in a model
 * @param rate its rate of change
 * @param start its value at t = 0
 */
record Functional(String name, Expression rate, Expression start) {}
