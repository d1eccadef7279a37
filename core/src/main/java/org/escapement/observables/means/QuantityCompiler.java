package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.Expression.Text;
import org.escapement.expression.NearestWord;
import org.escapement.model.Bath;
import org.escapement.model.ModelException;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystem;
import org.escapement.observables.thermodynamics.EnergyBalance;

/**
 * Compiles quantities: every part is an expression of a level's variables times a power of N, and the whole must not
 * grow with N; at finite N all powers are zero. Functionals of time become additional variables.
 */
final class QuantityCompiler {

    private static final int MAX_DEPTH = 30;

    private final MeanWords words;
    private final OpenSystem model;
    private final EnergyBalance balance;
    private final Map<String, Expression> rates = new LinkedHashMap<>();
    private final Map<Expression, Functional> functionals = new LinkedHashMap<>();
    private final Map<Expression, String> starts = new LinkedHashMap<>();
    private int depth;

    QuantityCompiler(MeanWords words) {
        this.words = words;
        this.model = words.model();
        this.balance = new EnergyBalance(model);
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

    /** A quantity as an expression of variables; refuses what grows with N. */
    Expression compile(Expression quantity) {
        Leading leading = value(quantity);
        if (leading.value().isZero() || leading.twiceOrder() == 0) return leading.value();
        if (leading.twiceOrder() < 0) return Expression.ZERO;
        throw new ModelException("'" + quantity.text() + "' grows like " + model.size() + "^"
                + leading.twiceOrder() / 2.0 + " for large " + model.size() + ": divide by that power, for example ("
                + quantity.text() + ")/" + model.size());
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

    private Leading value(Expression e) {
        return switch (e) {
            case Literal l -> new Leading(0, l);
            case Symbol s -> symbol(s);
            case Sum s -> sum(s.terms().stream().map(this::value).toList());
            case Product p -> product(p.factors().stream().map(this::value).toList());
            case Power p -> power(p);
            case Expectation x -> words.expectation(model.operator(x.body()));
            case Call c -> call(c);
            default -> throw new ModelException("'" + e.text() + "' is not a quantity of the state");
        };
    }

    private Leading symbol(Symbol s) {
        boolean letter = words.isLetter(s.name());
        boolean classical = model.oscillators().stream().anyMatch(o -> s.name().startsWith(o.name() + "."));
        if (letter && !classical) {
            throw new ModelException("'" + s.name() + "' is an operator: write <" + s.name() + "> for its mean");
        }
        if (classical || s.name().equals("t")) return new Leading(0, s);
        return words.number(s);
    }

    private static Leading sum(List<Leading> parts) {
        int order = parts.stream()
                .filter(p -> !p.value().isZero())
                .mapToInt(Leading::twiceOrder)
                .max()
                .orElse(0);
        List<Expression> kept = parts.stream()
                .filter(p -> p.twiceOrder() == order)
                .map(Leading::value)
                .toList();
        return new Leading(order, Expression.sum(kept));
    }

    private static Leading product(List<Leading> parts) {
        int order = parts.stream().mapToInt(Leading::twiceOrder).sum();
        return new Leading(
                order, Expression.product(parts.stream().map(Leading::value).toList()));
    }

    private Leading power(Power p) {
        Leading base = value(p.base());
        Expression exponent = compile(p.exponent());
        if (base.twiceOrder() == 0) return new Leading(0, base.value().power(exponent));
        if (!(exponent instanceof Literal l)) throw new ModelException("'" + p.text() + "' has no order in N");
        double order = base.twiceOrder() * l.value().doubleValue();
        if (order != Math.rint(order)) throw new ModelException("'" + p.text() + "' has no half-integer order in N");
        return new Leading((int) order, base.value().power(exponent));
    }

    private Leading call(Call c) {
        if (++depth > MAX_DEPTH) throw new ModelException("quantities refer to one another in a circle");
        Leading result = switch (c.function()) {
            case "heat" -> expectation(c.arguments().isEmpty() ? balance.heat() : balance.heat(text(c)));
            case "work" -> expectation(balance.work());
            case "drive_work" -> expectation(balance.driveWork());
            case "switching_work" -> expectation(balance.switchingWork());
            case "energy" -> expectation(balance.energy());
            case "entropy_flux" -> entropyFlux(c);
            case "quantity" -> value(named(c));
            case "integral" -> integral(value(c.arguments().getFirst()));
            case "start" -> start(value(c.arguments().getFirst()));
            case "change" -> change(value(c.arguments().getFirst()));
            case "angle" -> angle(c);
            case "entropy", "entropy_rate", "purity" -> words.ofState(c.function());
            default -> function(c);
        };
        depth--;
        return result;
    }

    private Leading expectation(Operator o) {
        return words.expectation(o);
    }

    private String text(Call c) {
        if (c.arguments().size() == 1 && c.arguments().getFirst() instanceof Text t) return t.value();
        throw new ModelException(
                c.function() + " takes one name in quotation marks, for example " + c.function() + "(\"bath A\")");
    }

    /** Entropy carried by heat, Q/T, summed over the named bath or all of them. */
    private Leading entropyFlux(Call c) {
        List<Leading> parts = new ArrayList<>();
        for (Bath bath : model.baths().values()) {
            if (!c.arguments().isEmpty() && !bath.name().equals(text(c))) continue;
            Expression beta = bath.inverseTemperature()
                    .orElseThrow(() -> new ModelException("the bath '" + bath.name() + "' has no temperature"));
            parts.add(product(List.of(value(beta), expectation(balance.heat(bath.name())))));
        }
        return sum(parts);
    }

    private Expression named(Call c) {
        NamedQuantity q = model.quantities().get(text(c));
        if (q == null) {
            throw new ModelException("the model has no quantity '" + text(c) + "'"
                    + NearestWord.hint(text(c), model.quantities().keySet()));
        }
        return q.definition();
    }

    private Leading integral(Leading rate) {
        return new Leading(rate.twiceOrder(), integral(rate.value()));
    }

    private Leading start(Leading value) {
        String name = starts.computeIfAbsent(value.value(), e -> "start#" + starts.size());
        return new Leading(value.twiceOrder(), Expression.symbol(name));
    }

    private Leading change(Leading value) {
        return new Leading(value.twiceOrder(), value.value().minus(start(value).value()));
    }

    /** The angle of the vector (x, y), its principal value at t = 0 and followed continuously afterwards. */
    private Leading angle(Call c) {
        if (c.arguments().size() != 2) throw new ModelException("angle takes two arguments: angle(y, x)");
        Expression y = compile(c.arguments().get(0));
        Expression x = compile(c.arguments().get(1));
        Expression principal = Expression.call("atan2", y, x);
        return new Leading(0, functional(Expression.call("angle", y, x), derivative(principal), principal));
    }

    private Expression functional(Expression key, Expression rate, Expression start) {
        Functional f =
                functionals.computeIfAbsent(key, k -> new Functional("functional#" + functionals.size(), rate, start));
        rates.put(f.name(), f.rate());
        return Expression.symbol(f.name());
    }

    private Leading function(Call c) {
        if (c.function().equals("dagger")) throw new ModelException("dagger(...) belongs inside <...>");
        List<Expression> arguments = c.arguments().stream().map(this::compile).toList();
        return new Leading(0, new Call(c.function(), arguments));
    }
}
