package org.escapement.observables.fluctuations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.means.ExpectationQuantity;

/**
 * A quantity at a large but finite size: every expectation value in it to the order after the leading one, so that it is known
 * up to a relative error of order 1/N². Immutable and thread-safe.
 */
public final class MesoscopicQuantity implements MesoscopicValue {

    private final ExpectationQuantity quantity;
    private final List<String> variables;
    private final String sizeName;
    private final Map<Operator, MesoscopicMean> means = new LinkedHashMap<>();

    /**
     * Compiles a quantity.
     *
     * @throws ModelException when it uses what the model does not have, or more than the state at one time
     */
    public MesoscopicQuantity(FluctuationEquations equations, Expression quantity) {
        this.quantity = ExpectationQuantity.of(equations.model(), quantity);
        this.variables = equations.means().names();
        this.sizeName = equations.model().size();
        for (Operator o : this.quantity.operators()) means.put(o, new MesoscopicMean(equations, o));
    }

    @Override
    public double at(double size, FluctuationPoint point, FluctuationState state, Part part) {
        double leading = value(size, point, state, false);
        if (part == Part.LEADING) return leading;
        double estimate = value(size, point, state, true);
        return part == Part.ESTIMATE ? estimate : estimate - leading;
    }

    private double value(double size, FluctuationPoint point, FluctuationState state, boolean corrected) {
        double[] m = state.means();
        return quantity.value(
                o -> {
                    MesoscopicMean.Value value = means.get(o).in(point, state);
                    return corrected ? value.at(size) : value.leadingAt(size);
                },
                name -> {
                    if (name.equals("t")) return state.time();
                    if (name.equals(sizeName)) return size;
                    int variable = variables.indexOf(name);
                    return variable >= 0 ? m[variable] : point.values().value(name);
                });
    }
}
