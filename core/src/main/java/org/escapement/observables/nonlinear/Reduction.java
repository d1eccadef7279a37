package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;

/**
 * Leaves variables out of equations: those that stay at zero are set to zero, those that act on none of the kept ones are
 * dropped.
 *
 * @param variables all of them
 * @param rates their rates of change
 * @param kept those that remain
 */
record Reduction(List<String> variables, List<Expression> rates, List<String> kept) {

    /**
     * What remains.
     *
     * @param zeros the variables held at zero
     * @param rates of the kept variables
     */
    record Reduced(Map<String, Expression> zeros, List<Expression> rates) {}

    Reduced reduced() {
        Map<String, Expression> zeros = resting();
        List<Expression> remaining =
                kept.stream().map(name -> rate(name, zeros)).toList();
        for (int i = 0; i < kept.size(); i++) {
            for (String symbol : remaining.get(i).symbols()) {
                if (!variables.contains(symbol) || kept.contains(symbol)) continue;
                throw new ModelException("'" + symbol + "' acts on '" + kept.get(i)
                        + "' and does not stay at zero: keep it, or fix the parameters that couple them");
            }
        }
        return new Reduced(zeros, remaining);
    }

    private Expression rate(String variable, Map<String, Expression> zeros) {
        return FlowFamily.with(zeros, rates.get(variables.indexOf(variable)));
    }

    /** The largest set of left-out variables whose rates vanish where all of them vanish. */
    private Map<String, Expression> resting() {
        Map<String, Expression> zeros = new HashMap<>();
        for (String v : variables) if (!kept.contains(v)) zeros.put(v, Expression.ZERO);
        List<String> moved = new ArrayList<>(zeros.keySet());
        while (!moved.isEmpty()) {
            moved = zeros.keySet().stream()
                    .filter(v -> !rate(v, zeros).isZero())
                    .toList();
            moved.forEach(zeros::remove);
        }
        return zeros;
    }
}
