package org.escapement.expression;

import java.util.function.ToDoubleFunction;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Comparison;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.Expression.Text;

/** The value of an expression at given values of its symbols. */
public final class Evaluation {

    private final ToDoubleFunction<String> values;

    private Evaluation(ToDoubleFunction<String> values) {
        this.values = values;
    }

    /** Evaluates a numeric tree; {@code NaN} where a function is outside its real domain. */
    public static double of(Expression expression, ToDoubleFunction<String> values) {
        return new Evaluation(values).value(expression);
    }

    private double value(Expression e) {
        return switch (e) {
            case Literal l -> l.value().doubleValue();
            case Symbol s -> symbol(s.name());
            case Sum s -> {
                double total = 0;
                for (Expression term : s.terms()) total += value(term);
                yield total;
            }
            case Product p -> product(p);
            case Power p -> power(value(p.base()), value(p.exponent()));
            case Call c -> call(c);
            case Comparison c -> compare(c.relation(), value(c.left()), value(c.right())) ? 1 : 0;
            case Text t -> throw new IllegalArgumentException("a quoted text is not a number: " + t.value());
            case Expectation x -> throw new IllegalArgumentException("an expectation value needs a state");
        };
    }

    private double product(Product p) {
        double total = 1;
        for (Expression factor : p.factors()) {
            // A division is carried out as one, not as a multiplication by a rounded reciprocal.
            if (factor instanceof Power q
                    && q.exponent() instanceof Literal l
                    && l.value().signum() < 0) {
                total /= power(value(q.base()), -l.value().doubleValue());
            } else {
                total *= value(factor);
            }
        }
        return total;
    }

    private double symbol(String name) {
        return switch (name) {
            case "pi" -> Math.PI;
            case "infinity" -> Double.POSITIVE_INFINITY;
            default -> values.applyAsDouble(name);
        };
    }

    private double call(Call c) {
        if (c.function().equals("if")) {
            return value(
                    value(c.arguments().getFirst()) != 0
                            ? c.arguments().get(1)
                            : c.arguments().get(2));
        }
        NumericFunction f = NumericFunction.named(c.function())
                .orElseThrow(() -> new IllegalArgumentException(c.function() + " is not a numeric function"));
        double[] x = c.arguments().stream().mapToDouble(this::value).toArray();
        return f.apply(x);
    }

    /** Small integer powers by repeated multiplication, others by {@link StrictMath#pow}. */
    public static double power(double base, double exponent) {
        if (exponent == Math.rint(exponent) && Math.abs(exponent) <= 16) {
            double result = 1;
            for (int i = 0; i < (int) Math.abs(exponent); i++) result *= base;
            return exponent < 0 ? 1 / result : result;
        }
        return exponent == 0.5 ? Math.sqrt(base) : StrictMath.pow(base, exponent);
    }

    /** Whether the relation holds between two numbers. */
    static boolean compare(String relation, double a, double b) {
        return switch (relation) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> throw new IllegalArgumentException("unknown relation " + relation);
        };
    }
}
