package org.escapement.expression;

import java.util.function.Function;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Comparison;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.Expression.Text;

/** Expands a number that depends on the size N for large N, for instance 1/(exp(b/N)-1) = N/b - 1/2 + ... */
public final class LargeSize {

    private final Function<String, Laurent> values;

    private LargeSize(Function<String, Laurent> values) {
        this.values = values;
    }

    /**
     * The series of an expression.
     *
     * @param values the series of every symbol; the size itself is {@code Laurent.size(2)}
     * @throws ArithmeticException where the expression has no expansion in half powers of N
     */
    public static Laurent expand(Expression expression, Function<String, Laurent> values) {
        return new LargeSize(values).series(expression);
    }

    private Laurent series(Expression e) {
        return switch (e) {
            case Literal l -> Laurent.constant(l.value().doubleValue());
            case Symbol s -> symbol(s.name());
            case Sum s -> s.terms().stream().map(this::series).reduce(Laurent.constant(0), Laurent::plus);
            case Product p -> p.factors().stream().map(this::series).reduce(Laurent.constant(1), Laurent::times);
            case Power p -> power(series(p.base()), series(p.exponent()));
            case Call c -> call(c);
            case Comparison c ->
                Laurent.constant(
                        Evaluation.compare(c.relation(), constant(c.left(), "<"), constant(c.right(), "<")) ? 1 : 0);
            case Text t -> throw new ArithmeticException("a quoted text is not a number");
            case Expectation x -> throw new ArithmeticException("an expectation value is not a number");
        };
    }

    private Laurent symbol(String name) {
        return switch (name) {
            case "pi" -> Laurent.constant(Math.PI);
            case "infinity" -> Laurent.constant(Double.POSITIVE_INFINITY);
            default -> values.apply(name);
        };
    }

    private static Laurent power(Laurent base, Laurent exponent) {
        if (!exponent.isConstant()) return exponent.times(base.logarithm()).exponential();
        double p = exponent.coefficient(0);
        return p == -1 ? base.reciprocal() : base.power(p);
    }

    private Laurent call(Call c) {
        if (c.function().equals("if")) {
            boolean holds = constant(c.arguments().getFirst(), "if") != 0;
            return series(c.arguments().get(holds ? 1 : 2));
        }
        NumericFunction f = NumericFunction.named(c.function())
                .orElseThrow(() -> new ArithmeticException(c.function() + " has no expansion in N"));
        Laurent x = series(c.arguments().getFirst());
        return switch (f) {
            case SQRT -> x.power(0.5);
            case EXP -> x.exponential();
            case LOG -> x.logarithm();
            case SIN -> x.sineAndCosine(false)[0];
            case COS -> x.sineAndCosine(false)[1];
            case TAN -> ratio(x.sineAndCosine(false));
            case SINH -> x.sineAndCosine(true)[0];
            case COSH -> x.sineAndCosine(true)[1];
            case TANH -> ratio(x.sineAndCosine(true));
            default -> ofConstant(f, c);
        };
    }

    private static Laurent ratio(Laurent[] sineAndCosine) {
        return sineAndCosine[0].times(sineAndCosine[1].reciprocal());
    }

    private Laurent ofConstant(NumericFunction f, Call c) {
        double[] x = c.arguments().stream()
                .mapToDouble(argument -> constant(argument, f.text()))
                .toArray();
        return Laurent.constant(f.apply(x));
    }

    /** The value of something that does not depend on N. */
    private double constant(Expression e, String function) {
        Laurent s = series(e);
        if (!s.isConstant()) {
            throw new ArithmeticException("'" + function + "' of a number that depends on N is not expanded");
        }
        return s.coefficient(0);
    }
}
