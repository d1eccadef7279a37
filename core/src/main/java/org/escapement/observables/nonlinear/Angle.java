package org.escapement.observables.nonlinear;

import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Symbol;

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
        return Derivative.along(principal, s -> {
            int index = flow.variables().indexOf(((Symbol) s).name());
            return index < 0 ? Expression.ZERO : flow.rateExpressions().get(index);
        });
    }
}
