package org.escapement.observables.means;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
import org.escapement.expression.Expression;
import org.escapement.model.OpenSystem;

/** Expectation values at infinite N: products of mean-field variables. */
final class MeanFieldWords implements MeanWords {

    private final MeanFieldEquations equations;
    private final Map<String, Expression> rates = new HashMap<>();

    MeanFieldWords(MeanFieldEquations equations) {
        this.equations = equations;
        List<Expression> flow = equations.rateExpressions();
        for (int i = 0; i < flow.size(); i++) rates.put(equations.names().get(i), flow.get(i));
    }

    @Override
    public OpenSystem model() {
        return equations.model();
    }

    @Override
    public boolean isLetter(String name) {
        return equations.names().contains(name);
    }

    @Override
    public Leading expectation(Operator o) {
        return equations.expectation(o);
    }

    @Override
    public Leading number(Expression.Symbol s) {
        return equations.number(equations.model().coefficient(s));
    }

    @Override
    public Expression rate(String variable) {
        return rates.getOrDefault(variable, Expression.ZERO);
    }

    @Override
    public Leading ofState(String name) {
        throw new NotApplicableException(name + "() needs the density matrix, which the mean field does not have: "
                + "use the level \"exact\" with a number of atoms");
    }
}
