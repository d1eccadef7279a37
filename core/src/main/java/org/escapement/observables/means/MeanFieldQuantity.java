package org.escapement.observables.means;

import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;

/** Quantities of the state at one time, written in mean-field variables. Stateless and thread-safe. */
public final class MeanFieldQuantity {

    private MeanFieldQuantity() {}

    /**
     * A quantity at infinite N as an expression of the variables, parameters and definitions.
     *
     * @param quantity in the words of the model
     * @throws ModelException when it grows with N, or needs more than the state at one time
     */
    public static Expression of(MeanFieldEquations equations, Expression quantity) {
        QuantityCompiler compiler = new QuantityCompiler(new MeanFieldWords(equations));
        Expression compiled = compiler.compile(quantity);
        boolean remembers = !compiler.carried().functionals().isEmpty()
                || !compiler.carried().starts().isEmpty()
                || !compiler.carried().quotients().isEmpty();
        if (!remembers) return compiled;
        throw new ModelException("'" + quantity.text() + "' depends on what went before: an integral, start, change or"
                + " continued angle is no quantity of the state at one time");
    }
}
