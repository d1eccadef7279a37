package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.Kernels;

/** Rates, Jacobian and constants of motion as executable code, and whatever else is asked of the same variables. */
final class FlowProgram {

    /** Code and the meaning of its coefficients; the kernel is a prototype to be copied. */
    record Code(CompiledEquations equations, Kernel kernel) {}

    private final List<String> variables;
    private final List<Expression> rates;
    private final Map<List<Expression>, Code> codes = new ConcurrentHashMap<>();
    private final Code flow;
    private final Code linear;
    private final Code conserved;
    private final List<String> constants;
    private final List<Expression> constantLevels;

    FlowProgram(List<String> variables, List<Expression> rates, Map<String, Expression> constants) {
        this.variables = variables;
        this.rates = rates;
        this.flow = code(rates);
        List<Expression> both = new ArrayList<>(rates);
        both.addAll(gradients(rates));
        this.linear = code(both);
        List<Expression> levels = new ArrayList<>(constants.values());
        levels.addAll(gradients(List.copyOf(constants.values())));
        this.conserved = code(levels);
        this.constants = List.copyOf(constants.keySet());
        this.constantLevels = List.copyOf(constants.values());
    }

    List<Expression> rates() {
        return rates;
    }

    /** Rates. */
    Code flow() {
        return flow;
    }

    /** Rates, then the Jacobian row by row. */
    Code linear() {
        return linear;
    }

    /** Names of the constants of motion. */
    List<String> constants() {
        return constants;
    }

    /** The constants of motion. */
    List<Expression> levels() {
        return constantLevels;
    }

    /** Constants of motion, then their gradients row by row. */
    Code conserved() {
        return conserved;
    }

    /** Code for any expressions of the variables, made once. */
    Code code(List<Expression> expressions) {
        return codes.computeIfAbsent(expressions, list -> {
            CompiledEquations equations = CompiledEquations.compile(variables, list);
            return new Code(equations, Kernels.generated(equations.tape()));
        });
    }

    private List<Expression> gradients(List<Expression> expressions) {
        List<Expression> gradients = new ArrayList<>();
        for (Expression e : expressions) {
            for (String variable : variables) gradients.add(Derivative.partial(e, variable));
        }
        return gradients;
    }
}
