package org.escapement.observables;

import org.escapement.expression.Expression;

/**
 * A quantity and how it is read off.
 *
 * @param name label in results
 * @param quantity in the words of the model: expectation values, heat, functionals of time
 */
public record Measurement(String name, Expression quantity, Measure measure) {}
