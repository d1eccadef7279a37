package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Text;
import org.escapement.expression.NearestWord;
import org.escapement.model.Bath;
import org.escapement.model.ModelException;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystem;
import org.escapement.observables.thermodynamics.EnergyBalance;

/**
 * Quantities that are the expectation value of one operator, as that operator: means with numbers before them, sums of
 * these, heat, work, energy and the entropy that heat carries. Levels that know fluctuations of operators measure such
 * quantities. Stateless and thread-safe.
 */
public final class LinearQuantity {

    private final OpenSystem model;
    private final EnergyBalance balance;

    private LinearQuantity(OpenSystem model) {
        this.model = model;
        this.balance = new EnergyBalance(model);
    }

    /**
     * The operator whose expectation value a quantity is.
     *
     * @param quantity in the words of the model
     * @throws ModelException when it is not linear in the state, or complex
     */
    public static Operator of(OpenSystem model, Expression quantity) {
        Operator o = new LinearQuantity(model).operator(quantity);
        if (o.isHermitian()) return o;
        throw new ModelException("'" + quantity.text() + "' is complex, since its operator is not Hermitian: ask for"
                + " means of Hermitian operators, for example <A.x> and <A.y> instead of <A.minus>");
    }

    private Operator operator(Expression e) {
        if (!hasMeans(e)) return Operator.of(model.coefficient(e));
        return switch (e) {
            case Expectation x -> model.operator(x.body());
            case Sum s -> s.terms().stream().map(this::operator).reduce(Operator.zero(), Operator::plus);
            case Product p -> product(p);
            case Call c -> call(c);
            default -> throw notLinear(e);
        };
    }

    private static ModelException notLinear(Expression e) {
        return new ModelException("'" + e.text() + "' is not linear in the state: record the means it is made of and"
                + " combine them with 'value'");
    }

    private boolean hasMeans(Expression e) {
        return switch (e) {
            case Expectation x -> true;
            case Sum s -> s.terms().stream().anyMatch(this::hasMeans);
            case Product p -> p.factors().stream().anyMatch(this::hasMeans);
            case Power p -> hasMeans(p.base()) || hasMeans(p.exponent());
            case Call c when c.function().equals("quantity") -> hasMeans(named(c));
            case Call c -> isBalance(c.function()) || c.arguments().stream().anyMatch(this::hasMeans);
            default -> false;
        };
    }

    private static boolean isBalance(String function) {
        return List.of("heat", "work", "drive_work", "switching_work", "energy", "entropy_flux")
                .contains(function);
    }

    private Operator product(Product p) {
        List<Expression> numbers = new ArrayList<>();
        List<Expression> means = new ArrayList<>();
        for (Expression factor : p.factors()) (hasMeans(factor) ? means : numbers).add(factor);
        if (means.size() > 1) throw notLinear(p);
        return operator(means.getFirst()).times(model.coefficient(Expression.product(numbers)));
    }

    private Operator call(Call c) {
        return switch (c.function()) {
            case "heat" -> c.arguments().isEmpty() ? balance.heat() : balance.heat(text(c));
            case "work" -> balance.work();
            case "drive_work" -> balance.driveWork();
            case "switching_work" -> balance.switchingWork();
            case "energy" -> balance.energy();
            case "entropy_flux" -> entropyFlux(c);
            case "quantity" -> operator(named(c));
            default -> throw notLinear(c);
        };
    }

    private Operator entropyFlux(Call c) {
        Operator sum = Operator.zero();
        for (Bath bath : model.baths().values()) {
            if (!c.arguments().isEmpty() && !bath.name().equals(text(c))) continue;
            Expression beta = bath.inverseTemperature()
                    .orElseThrow(() -> new ModelException("the bath '" + bath.name() + "' has no temperature"));
            sum = sum.plus(balance.heat(bath.name()).times(model.coefficient(beta)));
        }
        return sum;
    }

    private static String text(Call c) {
        if (c.arguments().size() == 1 && c.arguments().getFirst() instanceof Text t) return t.value();
        throw new ModelException(
                c.function() + " takes one name in quotation marks, for example " + c.function() + "(\"bath A\")");
    }

    private Expression named(Call c) {
        NamedQuantity q = model.quantities().get(text(c));
        if (q != null) return q.definition();
        throw new ModelException("the model has no quantity '" + text(c) + "'"
                + NearestWord.hint(text(c), model.quantities().keySet()));
    }
}
