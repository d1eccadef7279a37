package org.escapement.observables.means;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Symbol;

/**
 * What quantities carry along in time beside the means: integrals, angles followed continuously, values at the start,
 * quotients that begin as 0/0. Each is known to expressions by a name of its own.
 */
final class CarriedAlong {

    private final MeanWords words;
    private final Map<String, Expression> rates = new LinkedHashMap<>();
    private final Map<Expression, Functional> functionals = new LinkedHashMap<>();
    private final Map<Expression, String> starts = new LinkedHashMap<>();
    private final Map<Expression, StartingQuotient> quotients = new LinkedHashMap<>();

    CarriedAlong(MeanWords words) {
        this.words = words;
        rates.put("t", Expression.ONE);
    }

    /** The functionals met so far, in the order of their variables. */
    List<Functional> functionals() {
        return List.copyOf(functionals.values());
    }

    /** Quantities whose value at t = 0 is needed, by the name that stands for it. */
    Map<String, Expression> starts() {
        Map<String, Expression> byName = new LinkedHashMap<>();
        starts.forEach((e, name) -> byName.put(name, e));
        return byName;
    }

    /** Quotients that begin as 0/0, in the order they were met. */
    List<StartingQuotient> quotients() {
        return List.copyOf(quotients.values());
    }

    /** Puts in what stands for such quotients; to be done before a tape is written. */
    Expression withQuotients(Expression compiled) {
        Map<String, StartingQuotient> byName = new LinkedHashMap<>();
        for (StartingQuotient q : quotients.values()) byName.put(q.name(), q);
        return byName.isEmpty()
                ? compiled
                : compiled.substitute(s -> byName.containsKey(s.name())
                        ? withQuotients(byName.get(s.name()).compiled())
                        : s);
    }

    /** The variable that carries the time integral of a compiled expression. */
    Expression integral(Expression rate) {
        return functional(Expression.call("integral", rate), rate, Expression.ZERO);
    }

    /** Rate of change of a compiled expression along the flow. */
    Expression derivative(Expression compiled) {
        UnaryOperator<Expression> rate = s -> {
            Expression known = rates.get(((Symbol) s).name());
            return known != null ? known : words.rate(((Symbol) s).name());
        };
        return Derivative.along(compiled, rate);
    }

    /** What stands for the value of a compiled expression at t = 0. */
    Expression start(Expression compiled) {
        return Expression.symbol(starts.computeIfAbsent(compiled, e -> "start#" + starts.size()));
    }

    /** What stands for a quotient of compiled expressions that both vanish at t = 0. */
    Expression quotient(Expression top, Expression bottom) {
        StartingQuotient quotient = quotients.computeIfAbsent(
                top.over(bottom),
                key -> new StartingQuotient("quotient#" + quotients.size(), top, bottom, this::derivative));
        rates.put(quotient.name(), quotient.rateOfChange());
        return Expression.symbol(quotient.name());
    }

    /** The variable that follows the angle of the vector (x, y). */
    Expression angle(Expression y, Expression x) {
        Expression principal = Expression.call("atan2", y, x);
        return functional(Expression.call("angle", y, x), derivative(principal), principal);
    }

    private Expression functional(Expression key, Expression rate, Expression start) {
        Functional f =
                functionals.computeIfAbsent(key, k -> new Functional("functional#" + functionals.size(), rate, start));
        rates.put(f.name(), f.rate());
        return Expression.symbol(f.name());
    }
}
