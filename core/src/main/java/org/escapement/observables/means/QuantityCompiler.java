package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
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
 * grow with N; at finite N all powers are zero. Functionals of
 * time become additional variables.
 */
final class QuantityCompiler {

    private static final int MAX_DEPTH = 30;

    private final MeanWords words;
    private final OpenSystem model;
    private final EnergyBalance balance;
    private final CarriedAlong carried;
    private int depth;
    private int insideQuotient;

    QuantityCompiler(MeanWords words) {
        this.words = words;
        this.model = words.model();
        this.balance = new EnergyBalance(model);
        this.carried = new CarriedAlong(words);
    }

    /** What has to be carried along in time for the quantities compiled so far. */
    CarriedAlong carried() {
        return carried;
    }

    /** A quantity as an expression of variables; refuses what grows with N. */
    Expression compile(Expression quantity) {
        Leading leading = value(quantity);
        if (leading.value().isZero() || leading.twiceOrder() == 0) return leading.value();
        if (leading.twiceOrder() < 0) return Expression.ZERO;
        String power = power(leading.twiceOrder());
        String whole = quantity instanceof Sum ? "(" + quantity.text() + ")" : quantity.text();
        throw new ModelException("'" + quantity.text() + "' grows like " + power + " for large " + model.size()
                + ": divide by that power, for example " + whole + "/" + power);
    }

    private String power(int twiceOrder) {
        if (twiceOrder == 2) return model.size();
        return model.size() + "^" + (twiceOrder % 2 == 0 ? twiceOrder / 2 : "(" + twiceOrder + "/2)");
    }

    private Leading value(Expression e) {
        return switch (e) {
            case Literal l -> new Leading(0, l);
            case Symbol s -> symbol(s);
            case Sum s -> sum(s.terms().stream().map(this::value).toList());
            case Product p when p.factors().stream().anyMatch(this::dividesByZeroAtStart) -> quotient(p);
            case Product p -> product(p.factors().stream().map(this::value).toList());
            case Power p -> power(p);
            case Expectation x -> mean(x);
            case Call c -> call(c);
            default -> throw new ModelException("'" + e.text() + "' is not a quantity of the state");
        };
    }

    private Leading mean(Expectation x) {
        Operator o = model.operator(x.body());
        try {
            return expectation(o);
        } catch (ModelException e) {
            if (o.equals(o.adjoint())) throw e;
            throw new ModelException(
                    "'" + x.text() + "' is complex, since the operator is not Hermitian: ask for means of"
                            + " Hermitian operators, for example <A.x> and <A.y> instead of <A.minus>");
        }
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

    private boolean dividesByZeroAtStart(Expression factor) {
        return factor instanceof Power p
                && p.exponent() instanceof Literal l
                && l.value().signum() < 0
                && vanishesAtStart(p.base());
    }

    /** Whether an expression is zero at t = 0 whatever the state and the parameters are. */
    private boolean vanishesAtStart(Expression e) {
        return switch (e) {
            case Symbol s -> s.name().equals("t");
            case Sum s -> s.terms().stream().allMatch(this::vanishesAtStart);
            case Product p ->
                p.factors().stream().anyMatch(this::vanishesAtStart)
                        && p.factors().stream().noneMatch(this::dividesByZeroAtStart);
            case Power p -> p.exponent() instanceof Literal l && l.value().signum() > 0 && vanishesAtStart(p.base());
            case Call c when c.function().equals("quantity") -> nested(() -> vanishesAtStart(named(c)));
            case Call c -> c.function().equals("change") || c.function().equals("integral");
            default -> false;
        };
    }

    private Leading quotient(Product p) {
        List<Leading> above = new ArrayList<>();
        List<Leading> below = new ArrayList<>();
        insideQuotient++;
        for (Expression factor : p.factors()) {
            if (dividesByZeroAtStart(factor)) {
                Power q = (Power) factor;
                below.add(value(q.base().power(((Literal) q.exponent()).negate())));
            } else {
                above.add(value(factor));
            }
        }
        insideQuotient--;
        Leading top = product(above);
        Leading bottom = product(below);
        return new Leading(top.twiceOrder() - bottom.twiceOrder(), carried.quotient(top.value(), bottom.value()));
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

    private <T> T nested(Supplier<T> inner) {
        if (++depth > MAX_DEPTH) throw new ModelException("quantities refer to one another in a circle");
        T result = inner.get();
        depth--;
        return result;
    }

    private Leading call(Call c) {
        return nested(() -> called(c));
    }

    private Leading called(Call c) {
        return switch (c.function()) {
            case "heat" -> expectation(c.arguments().isEmpty() ? balance.heat() : balance.heat(text(c)));
            case "work", "drive_work", "switching_work", "energy" -> expectation(balance(c));
            case "entropy_flux" -> entropyFlux(c);
            case "quantity" -> value(named(c));
            case "integral" -> integral(value(only(c)));
            case "start" -> start(value(only(c)));
            case "change" -> change(value(only(c)));
            case "angle" -> angle(c);
            case "entropy", "entropy_rate", "purity" -> words.ofState(c.function());
            default -> function(c);
        };
    }

    private Operator balance(Call c) {
        if (!c.arguments().isEmpty()) throw new ModelException("write " + c.function() + "() with nothing inside");
        return switch (c.function()) {
            case "work" -> balance.work();
            case "drive_work" -> balance.driveWork();
            case "switching_work" -> balance.switchingWork();
            default -> balance.energy();
        };
    }

    private static Expression only(Call c) {
        if (c.arguments().size() == 1) return c.arguments().getFirst();
        throw new ModelException(c.function() + " takes one quantity, for example " + c.function() + "(<A.z>/N), not "
                + c.arguments().size());
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
        if (!c.arguments().isEmpty()) balance.heat(text(c));
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
        return new Leading(rate.twiceOrder(), carried.integral(rate.value()));
    }

    private Leading start(Leading value) {
        return new Leading(value.twiceOrder(), carried.start(value.value()));
    }

    /** In a quotient of changes the difference of nearly equal numbers would be lost, so its integral is carried. */
    private Leading change(Leading value) {
        if (insideQuotient > 0)
            return new Leading(value.twiceOrder(), carried.integral(carried.derivative(value.value())));
        return new Leading(value.twiceOrder(), value.value().minus(start(value).value()));
    }

    /** The angle of the vector (x, y), its principal value at t = 0 and followed continuously afterwards. */
    private Leading angle(Call c) {
        if (c.arguments().size() != 2) throw new ModelException("angle takes two arguments: angle(y, x)");
        Expression y = compile(c.arguments().get(0));
        Expression x = compile(c.arguments().get(1));
        return new Leading(0, carried.angle(y, x));
    }

    private Leading function(Call c) {
        if (c.function().equals("dagger")) throw new ModelException("dagger(...) belongs inside <...>");
        if (c.function().equals("sqrt")) {
            return value(c.arguments().getFirst().power(Expression.of(0.5)));
        }
        List<Expression> arguments = c.arguments().stream().map(this::compile).toList();
        return new Leading(0, new Call(c.function(), arguments));
    }
}
