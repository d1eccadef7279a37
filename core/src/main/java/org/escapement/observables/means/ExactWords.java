package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.PointNumbers;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;

/**
 * Expectation values at finite N: each operator with unchanging coefficients is a variable of its own, read off the
 * density matrix; changing numbers stand before them. Powers of N are numbers.
 */
final class ExactWords implements MeanWords {

    private static final String MEAN = "mean#";

    private final PointNumbers numbers;
    private final OpenSystem model;
    private final Map<Operator, String> means = new LinkedHashMap<>();
    private final List<Operator> operators = new ArrayList<>();

    ExactWords(PointNumbers numbers) {
        this.numbers = numbers;
        this.model = numbers.model();
    }

    @Override
    public OpenSystem model() {
        return model;
    }

    @Override
    public boolean isLetter(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) return false;
        String site = name.substring(0, dot);
        return model.ensembles().stream().anyMatch(e -> e.name().equals(site))
                || model.modes().stream().anyMatch(m -> m.name().equals(site));
    }

    @Override
    public Leading expectation(Operator o) {
        if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        List<Expression> terms = new ArrayList<>();
        numbers.split(o).forEach((weight, part) -> terms.add(weight(weight).times(mean(part))));
        return new Leading(0, Expression.sum(terms));
    }

    private static Expression weight(Monomial monomial) {
        List<Expression> factors = new ArrayList<>();
        monomial.exponents()
                .forEach((s, power) -> factors.add(Expression.symbol(s.name()).power(Expression.of(power))));
        return Expression.product(factors);
    }

    private Expression mean(Operator o) {
        String name = means.computeIfAbsent(o, key -> {
            operators.add(key);
            return MEAN + (operators.size() - 1);
        });
        return Expression.symbol(name);
    }

    /** Index of the operator that a name stands for, or -1. */
    static int indexOf(String name) {
        return name.startsWith(MEAN) ? Integer.parseInt(name.substring(MEAN.length())) : -1;
    }

    /** The operators met so far, by index. */
    List<Operator> operators() {
        return operators;
    }

    @Override
    public Leading number(Expression.Symbol s) {
        return new Leading(0, s);
    }

    @Override
    public Expression rate(String variable) {
        int index = indexOf(variable);
        if (index >= 0) return expectation(model.drift(operators.get(index))).value();
        for (Oscillator o : numbers.oscillators()) {
            if (variable.equals(o.name() + ".x")) return Expression.symbol(o.name() + ".v");
            if (variable.equals(o.name() + ".v"))
                return expectation(o.acceleration()).value();
        }
        if (variable.startsWith("state#")) {
            throw new ModelException("the rate of change of " + variable.substring("state#".length())
                    + "() is not available: read it off at times");
        }
        return Expression.ZERO;
    }

    @Override
    public Leading ofState(String name) {
        return new Leading(0, Expression.symbol("state#" + name));
    }
}
