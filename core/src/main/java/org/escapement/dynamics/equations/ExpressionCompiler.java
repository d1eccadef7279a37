package org.escapement.dynamics.equations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.NumericFunction;
import org.escapement.numerics.kernel.Function;
import org.escapement.numerics.kernel.Tape;

/**
 * Writes expressions onto a tape. Terms that share a coefficient are summed first, so that each coefficient is
 * multiplied once; products of two variables are recognised in either order. Terms and longer products keep the order
 * they come in.
 */
final class ExpressionCompiler {

    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final Map<Expression, Integer> slots = new LinkedHashMap<>();
    private final Tape.Builder tape;

    /** With an unknown number of coefficients the result only serves to count them. */
    ExpressionCompiler(List<String> names, int coefficients) {
        for (String name : names) variables.put(name, variables.size());
        tape = Tape.builder(names.size(), coefficients);
    }

    CompiledEquations compile(List<Expression> expressions) {
        int[] outputs = expressions.stream().mapToInt(this::value).toArray();
        return new CompiledEquations(tape.build(outputs), List.copyOf(slots.keySet()));
    }

    private boolean isConstant(Expression e) {
        if (e instanceof Symbol s)
            return !variables.containsKey(s.name()) && !s.name().equals("t");
        return e.children().stream().allMatch(this::isConstant);
    }

    private int value(Expression e) {
        if (isConstant(e)) return constant(e);
        return switch (e) {
            case Symbol s -> s.name().equals("t") ? tape.time() : tape.variable(variables.get(s.name()));
            case Sum s -> sum(s.terms());
            case Product p -> sum(List.of(p));
            case Power p -> power(p);
            case Call c -> call(c);
            default -> throw new IllegalArgumentException("'" + e.text() + "' cannot stand in an equation of motion");
        };
    }

    private int constant(Expression e) {
        if (e instanceof Literal l) return tape.constant(l.value().doubleValue());
        return tape.coefficient(slots.computeIfAbsent(e, x -> slots.size()));
    }

    /** One term of a sum: sign times coefficient times the part that depends on variables. */
    private record Term(boolean negative, Expression coefficient, List<Expression> moving) {}

    private Term split(Expression e) {
        List<Expression> fixed = new ArrayList<>();
        List<Expression> moving = new ArrayList<>();
        boolean negative = false;
        for (Expression factor : e instanceof Product p ? p.factors() : List.of(e)) {
            if (factor instanceof Literal l && l.value().signum() < 0) {
                negative = !negative;
                if (l.value().compareTo(BigDecimal.ONE.negate()) != 0) fixed.add(l.negate());
            } else if (isConstant(factor)) {
                fixed.add(factor);
            } else {
                moving.add(factor);
            }
        }
        return new Term(negative, Expression.product(fixed), moving);
    }

    private int sum(List<Expression> terms) {
        Map<Expression, List<Term>> byCoefficient = new LinkedHashMap<>();
        for (Expression e : terms) {
            Term term = split(e);
            byCoefficient
                    .computeIfAbsent(term.coefficient(), k -> new ArrayList<>())
                    .add(term);
        }
        int total = -1;
        for (Map.Entry<Expression, List<Term>> group : byCoefficient.entrySet()) {
            boolean negative = group.getValue().getFirst().negative();
            int inner = inner(group.getValue(), negative);
            total = accumulate(total, group.getKey(), inner, negative);
        }
        return total;
    }

    private int inner(List<Term> terms, boolean negative) {
        int inner = -1;
        for (Term term : terms) {
            int moving = product(term.moving());
            if (inner < 0) inner = moving;
            else inner = term.negative() == negative ? tape.add(inner, moving) : tape.subtract(inner, moving);
        }
        return inner;
    }

    private int accumulate(int total, Expression coefficient, int inner, boolean negative) {
        if (coefficient.equals(Expression.ONE)) {
            if (total < 0) return negative ? tape.negate(inner) : inner;
            return negative ? tape.subtract(total, inner) : tape.add(total, inner);
        }
        int c = constant(coefficient);
        int signed = negative ? tape.negate(c) : c;
        return total < 0 ? tape.multiply(signed, inner) : tape.fma(signed, inner, total);
    }

    /** Product of moving factors; divisors are gathered so that there is one division. */
    private int product(List<Expression> factors) {
        List<Integer> above = new ArrayList<>();
        List<Integer> below = new ArrayList<>();
        for (Expression factor : factors) {
            if (factor instanceof Power p
                    && p.exponent() instanceof Literal l
                    && l.value().signum() < 0) {
                below.add(value(p.base().power(l.negate())));
            } else if (factor instanceof Power p && wholeExponent(p) > 0) {
                int base = value(p.base());
                for (int i = 0; i < wholeExponent(p); i++) above.add(base);
            } else {
                above.add(value(factor));
            }
        }
        int top = above.isEmpty() ? tape.constant(1) : chain(above);
        return below.isEmpty() ? top : tape.divide(top, chain(below));
    }

    /** Factors from left to right; the order of a pair is irrelevant to rounding, so equal pairs are shared. */
    private int chain(List<Integer> values) {
        int result = values.getFirst();
        for (int value : values.subList(1, values.size())) {
            result = tape.multiply(Math.min(result, value), Math.max(result, value));
        }
        return result;
    }

    private static int wholeExponent(Power p) {
        boolean whole = p.exponent() instanceof Literal l
                && l.value().scale() <= 0
                && l.value().abs().compareTo(BigDecimal.valueOf(16)) <= 0;
        return whole ? ((Literal) p.exponent()).value().intValueExact() : 0;
    }

    private int power(Power p) {
        int whole = wholeExponent(p);
        if (whole != 0) return product(List.of(p));
        if (p.exponent() instanceof Literal l && l.value().compareTo(new BigDecimal("0.5")) == 0) {
            return tape.squareRoot(value(p.base()));
        }
        return tape.call(Function.POW, value(p.base()), value(p.exponent()));
    }

    private int call(Call c) {
        NumericFunction f = NumericFunction.named(c.function())
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + c.function() + "' cannot stand in an equation of motion"));
        int[] x = c.arguments().stream().mapToInt(this::value).toArray();
        return switch (f) {
            case SQRT -> tape.squareRoot(x[0]);
            case ABS -> tape.absolute(x[0]);
            case MIN -> tape.minimum(x[0], x[1]);
            case MAX -> tape.maximum(x[0], x[1]);
            default -> tape.call(Function.valueOf(f.name()), x);
        };
    }
}
