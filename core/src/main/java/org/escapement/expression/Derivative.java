package org.escapement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;

/** Symbolic differentiation of commuting expressions. */
public final class Derivative {

    private final UnaryOperator<Expression> symbolDerivative;

    private Derivative(UnaryOperator<Expression> symbolDerivative) {
        this.symbolDerivative = symbolDerivative;
    }

    /** Partial derivative with respect to one symbol. */
    public static Expression partial(Expression e, String symbol) {
        return along(e, s -> ((Symbol) s).name().equals(symbol) ? Expression.ONE : Expression.ZERO);
    }

    /** Derivative along a flow: the function gives the rate of change of every symbol (zero for constants). */
    public static Expression along(Expression e, UnaryOperator<Expression> rateOfSymbol) {
        return new Derivative(rateOfSymbol).of(e);
    }

    private Expression of(Expression e) {
        return switch (e) {
            case Literal l -> Expression.ZERO;
            case Symbol s -> symbolDerivative.apply(s);
            case Sum s -> Expression.sum(s.terms().stream().map(this::of).toList());
            case Product p -> product(p.factors());
            case Power p -> power(p);
            case Call c -> call(c);
            default -> throw new IllegalArgumentException("cannot differentiate " + e.text());
        };
    }

    private Expression product(List<Expression> factors) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression d = of(factors.get(i));
            if (d.isZero()) continue;
            List<Expression> changed = new ArrayList<>(factors);
            changed.set(i, d);
            terms.add(Expression.product(changed));
        }
        return Expression.sum(terms);
    }

    private Expression power(Power p) {
        Expression inBase = of(p.base());
        Expression inExponent = of(p.exponent());
        Expression fromBase = inBase.isZero()
                ? Expression.ZERO
                : p.exponent()
                        .times(p.base().power(p.exponent().minus(Expression.ONE)))
                        .times(inBase);
        if (inExponent.isZero()) return fromBase;
        return fromBase.plus(p.times(Expression.call("ln", p.base())).times(inExponent));
    }

    private Expression call(Call c) {
        NumericFunction f = NumericFunction.named(c.function())
                .orElseThrow(() -> new IllegalArgumentException("cannot differentiate " + c.text()));
        Expression x = c.arguments().getFirst();
        if (f == NumericFunction.ATAN2) return angle(x, c.arguments().get(1));
        Expression inner = of(x);
        return inner.isZero() ? Expression.ZERO : outer(f, x).times(inner);
    }

    private Expression angle(Expression y, Expression x) {
        Expression square = x.power(Expression.of(2)).plus(y.power(Expression.of(2)));
        return x.times(of(y)).minus(y.times(of(x))).over(square);
    }

    private static Expression outer(NumericFunction f, Expression x) {
        Expression one = Expression.ONE;
        Expression two = Expression.of(2);
        return switch (f) {
            case SQRT -> one.over(two.times(Expression.call("sqrt", x)));
            case EXP -> Expression.call("exp", x);
            case LOG -> one.over(x);
            case SIN -> Expression.call("cos", x);
            case COS -> Expression.call("sin", x).negate();
            case TAN -> one.over(Expression.call("cos", x).power(two));
            case ASIN -> one.over(Expression.call("sqrt", one.minus(x.power(two))));
            case ACOS ->
                one.over(Expression.call("sqrt", one.minus(x.power(two)))).negate();
            case ATAN -> one.over(one.plus(x.power(two)));
            case SINH -> Expression.call("cosh", x);
            case COSH -> Expression.call("sinh", x);
            case TANH -> one.minus(Expression.call("tanh", x).power(two));
            case ABS -> x.over(Expression.call("abs", x));
            case ATAN2, MIN, MAX -> throw new IllegalArgumentException("cannot differentiate " + f.text());
        };
    }
}
