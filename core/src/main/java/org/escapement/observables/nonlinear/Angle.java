package org.escapement.observables.nonlinear;

import org.escapement.expression.Expression;

/**
 * An angle that can be followed continuously.
 *
 * @param name for messages
 * @param principal expression of variables and parameters whose changes are those of the angle
 */
public record Angle(String name, Expression principal) {

    /** The angle of the vector (x, y), growing from x to y. */
    public static Angle of(String name, Expression y, Expression x) {
        return new Angle(name, Expression.call("atan2", y, x));
    }

    /** A variable that is an angle. */
    public static Angle variable(String name) {
        return new Angle(name, Expression.symbol(name));
    }

    /** Its rate of change along a flow. */
    Expression rate(Flow flow) {
        return flow.rateOf(principal);
    }
}
