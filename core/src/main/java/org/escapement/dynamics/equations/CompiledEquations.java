package org.escapement.dynamics.equations;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.numerics.kernel.Tape;

/**
 * Expressions of variables, compiled: what does not depend on the variables has been gathered into coefficient slots,
 * which are numbers along one trajectory.
 *
 * @param tape evaluates the expressions from variables, slots and time
 * @param slots what each coefficient of the tape means
 */
public record CompiledEquations(Tape tape, List<Expression> slots) {
    public CompiledEquations {
        slots = List.copyOf(slots);
    }

    /**
     * Compiles expressions.
     *
     * @param variables names of the variables, in the order of the state vector
     */
    public static CompiledEquations compile(List<String> variables, List<Expression> expressions) {
        int slots = new ExpressionCompiler(variables, Integer.MAX_VALUE)
                .compile(expressions)
                .slots()
                .size();
        return new ExpressionCompiler(variables, slots).compile(expressions);
    }

    /** Values of the slots at one parameter point. */
    public double[] coefficients(ToDoubleFunction<String> values) {
        double[] c = new double[slots.size()];
        coefficients(values, c);
        return c;
    }

    /** Writes the values of the slots at one parameter point. */
    public void coefficients(ToDoubleFunction<String> values, double[] c) {
        for (int i = 0; i < slots.size(); i++) c[i] = Evaluation.of(slots.get(i), values);
    }
}
