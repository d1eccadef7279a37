package org.escapement.observables.nonlinear;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.numerics.polynomial.Polynomial;

/**
 * Expressions as polynomials of some of their symbols, the others having values.
 *
 * @param variables in the order of the polynomial's
 * @param values of all other symbols
 */
record PolynomialForm(List<String> variables, ToDoubleFunction<String> values) {

    /** Empty where the expression is no polynomial of the variables. */
    Optional<Polynomial> of(Expression e) {
        int n = variables.size();
        if (e.symbols().stream().noneMatch(variables::contains)) {
            double value = Evaluation.of(e, values);
            return Double.isFinite(value) ? Optional.of(Polynomial.constant(n, value)) : Optional.empty();
        }
        return switch (e) {
            case Symbol s -> Optional.of(Polynomial.variable(n, variables.indexOf(s.name())));
            case Sum s -> combined(s.terms(), Polynomial.constant(n, 0), true);
            case Product p -> combined(p.factors(), Polynomial.constant(n, 1), false);
            case Power p -> power(p);
            default -> Optional.empty();
        };
    }

    private Optional<Polynomial> combined(List<Expression> parts, Polynomial start, boolean sum) {
        Polynomial result = start;
        for (Expression part : parts) {
            Optional<Polynomial> next = of(part);
            if (next.isEmpty()) return Optional.empty();
            result = sum ? result.plus(next.get()) : result.times(next.get());
        }
        return Optional.of(result);
    }

    private Optional<Polynomial> power(Power p) {
        if (!(p.exponent() instanceof Literal l)) return Optional.empty();
        double exponent = l.value().doubleValue();
        if (exponent < 0 || exponent != Math.rint(exponent) || exponent > 20) return Optional.empty();
        return of(p.base()).map(base -> base.power((int) exponent));
    }
}
