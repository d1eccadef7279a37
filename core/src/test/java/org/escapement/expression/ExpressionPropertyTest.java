package org.escapement.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertyTest {

    private static final Scope SCOPE = Scope.numbers(List.of("x", "y"));

    private static ToDoubleFunction<String> at(double x) {
        return name -> name.equals("x") ? x : 0.734;
    }

    @Provide
    Arbitrary<Expression> smooth() {
        return expressions(4, false);
    }

    @Provide
    Arbitrary<Expression> anything() {
        return expressions(4, true);
    }

    private static Arbitrary<Expression> leaves() {
        Arbitrary<Expression> numbers =
                Arbitraries.integers().between(-35, 35).map(i -> new Expression.Literal(BigDecimal.valueOf(i, 1)));
        return Arbitraries.oneOf(numbers, Arbitraries.of("x", "y").map(Expression::symbol));
    }

    /** Bounded functions only, so that rounding stays small. */
    private static Arbitrary<Expression> expressions(int depth, boolean withComparisons) {
        if (depth == 0) return leaves();
        Arbitrary<Expression> part = expressions(depth - 1, withComparisons);
        Arbitrary<Expression> positive = part.map(e -> Expression.of(1.5).plus(Expression.call("sin", e)));
        Arbitrary<Expression> powers = Combinators.combine(
                        positive, Arbitraries.of("-2", "-1", "-0.5", "0.5", "2", "3", "y", "-y"))
                .as((base, p) -> base.power(ExpressionParser.parse(p, SCOPE)));
        Arbitrary<Expression> bounded = Combinators.combine(Arbitraries.of("sin", "cos", "tanh", "atan"), part)
                .as((f, e) -> Expression.call(f, e));
        Arbitrary<Expression> roots = Combinators.combine(Arbitraries.of("sqrt", "ln", "exp"), positive)
                .as((f, e) -> Expression.call(f, e));
        Arbitrary<Expression> angles = Combinators.combine(positive, part).as((y, x) -> Expression.call("atan2", y, x));
        Arbitrary<Expression> smooth = Arbitraries.oneOf(
                leaves(),
                part.list().ofMinSize(2).ofMaxSize(3).map(Expression::sum),
                part.list().ofMinSize(2).ofMaxSize(3).map(Expression::product),
                Combinators.combine(part, positive).as(Expression::over),
                part.map(Expression::negate),
                powers,
                bounded,
                roots,
                angles);
        if (!withComparisons) return smooth;
        Arbitrary<Expression> comparison = Arbitraries.of("<", "<=", ">", ">=", "==", "!=")
                .map(r -> new Expression.Comparison(r, Expression.symbol("x"), Expression.of(0.11)));
        Arbitrary<Expression> choice =
                Combinators.combine(comparison, part, part).as((c, a, b) -> Expression.call("if", c, a, b));
        Arbitrary<Expression> extremes =
                Combinators.combine(Arbitraries.of("min", "max"), part, part).as((f, a, b) -> Expression.call(f, a, b));
        return Arbitraries.oneOf(smooth, comparison, choice, extremes);
    }

    @Property(tries = 500)
    void printedTextIsReadBackWithTheSameValue(@ForAll("anything") Expression e) {
        Expression back = ExpressionParser.parse(e.text(), SCOPE);
        for (double x : new double[] {-1.3, 0.21, 2.7}) {
            double expected = Evaluation.of(e, at(x));
            double scale = Math.max(1, Math.abs(expected));
            assertEquals(
                    expected, Evaluation.of(back, at(x)), 1e-8 * scale, () -> e.text() + " read as " + back.text());
        }
        assertEquals(back, ExpressionParser.parse(back.text(), SCOPE), "printing what was read changes nothing");
    }

    @Property(tries = 500)
    void derivativesAgreeWithCentralDifferences(@ForAll("smooth") Expression e) {
        Expression derivative = Derivative.partial(e, "x");
        double h = 1e-4;
        double x = 0.377;
        double[] f = new double[5];
        double largest = 1;
        for (int i = 0; i < 5; i++) {
            f[i] = Evaluation.of(e, at(x + (i - 2) * h));
            largest = Math.max(largest, Math.abs(f[i]));
        }
        double difference = (f[0] - 8 * f[1] + 8 * f[3] - f[4]) / (12 * h);
        double value = Evaluation.of(derivative, at(x));
        // Where the function turns within a few steps, differences say nothing.
        double rough = Math.abs(f[0] - 4 * f[1] + 6 * f[2] - 4 * f[3] + f[4]) / h;
        assertEquals(difference, value, 1e-7 * (largest + Math.abs(value)) + 10 * rough, e::text);
    }
}
