package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;

/**
 * A quotient whose denominator is zero at t = 0 by construction, such as an efficiency. At t = 0 it takes its limit, the
 * quotient of the first time derivatives that do not both vanish (rule of de l'Hôpital); later it is what it says.
 * Without a limit it is not a number at t = 0, and only there. Safe to share between threads.
 */
final class StartingQuotient {

    /** Expressions of higher derivatives become long; energies and heats begin at order 1 to 3. */
    private static final int HIGHEST_ORDER = 4;

    /** Below this fraction of its terms' magnitude a derivative is rounding. */
    private static final double ROUNDING = 1e-12;

    private final String name;
    private final Expression above;
    private final Expression below;
    private final UnaryOperator<Expression> rate;
    private final List<Expression[]> derivatives = new ArrayList<>();

    /** @param rate rate of change of an expression along the flow */
    StartingQuotient(String name, Expression above, Expression below, UnaryOperator<Expression> rate) {
        this.name = name;
        this.above = above;
        this.below = below;
        this.rate = rate;
        derivatives.add(new Expression[] {above, below});
    }

    /** The name that stands for the quotient until it is compiled. */
    String name() {
        return name;
    }

    /** Rate of change for t > 0. */
    Expression rateOfChange() {
        Expression two = Expression.of(2);
        return rate.apply(above)
                .times(below)
                .minus(above.times(rate.apply(below)))
                .over(below.power(two));
    }

    /** Names of the two numbers whose quotient is the limit. */
    List<String> limitNames() {
        return List.of(name + ".above", name + ".below");
    }

    /**
     * What is compiled: without a branch, so that it runs in vector lanes. The limit is added with so small a weight that
     * it only counts where numerator and denominator are exactly zero: at t = 0 and in the first stage of a step from
     * there.
     */
    Expression compiled() {
        Expression weight = Expression.of(1e-300);
        return above.plus(Expression.symbol(limitNames().get(0)).times(weight))
                .over(below.plus(Expression.symbol(limitNames().get(1)).times(weight)));
    }

    /**
     * Numerator and denominator of the limit; both zero when no derivative decides.
     *
     * @param values values of all symbols at t = 0
     * @param moving names that change in time, whose own rounding is relative to {@code size}
     */
    double[] limit(ToDoubleFunction<String> values, Set<String> moving, double size) {
        ToDoubleFunction<String> sizes = s -> {
            double own = Math.abs(values.applyAsDouble(s));
            return moving.contains(s) ? Math.max(own, size) : own;
        };
        for (int order = 0; order <= HIGHEST_ORDER; order++) {
            Expression[] pair = derivative(order);
            double[] limit = new double[2];
            for (int k = 0; k < 2; k++) {
                double value = Evaluation.of(pair[k], values);
                boolean rounding = Math.abs(value) <= ROUNDING * magnitude(pair[k], values, sizes);
                limit[k] = rounding ? 0 : value;
            }
            if (limit[0] != 0 || limit[1] != 0) return limit;
        }
        return new double[2];
    }

    private synchronized Expression[] derivative(int order) {
        while (derivatives.size() <= order) {
            Expression[] last = derivatives.getLast();
            derivatives.add(new Expression[] {rate.apply(last[0]), rate.apply(last[1])});
        }
        return derivatives.get(order);
    }

    private static double magnitude(Expression e, ToDoubleFunction<String> values, ToDoubleFunction<String> sizes) {
        return switch (e) {
            case Literal l -> Math.abs(l.value().doubleValue());
            case Symbol s -> sizes.applyAsDouble(s.name());
            case Sum s ->
                s.terms().stream().mapToDouble(x -> magnitude(x, values, sizes)).sum();
            case Product p ->
                p.factors().stream()
                        .mapToDouble(x -> magnitude(x, values, sizes))
                        .reduce(1, (a, b) -> a * b);
            case Power p
            when p.exponent() instanceof Literal l && l.value().signum() > 0 ->
                Evaluation.power(magnitude(p.base(), values, sizes), l.value().doubleValue());
            default -> Math.abs(Evaluation.of(e, values));
        };
    }
}
