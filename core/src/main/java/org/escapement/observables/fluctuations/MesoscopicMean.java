package org.escapement.observables.fluctuations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.dynamics.fluctuation.NextOrder;
import org.escapement.expression.Evaluation;

/**
 * The expectation value of an operator for large but finite N: ⟨O⟩ = N^k (leading + next/N + O(1/N²)), from means,
 * covariances and shifts. Immutable and thread-safe.
 */
public final class MesoscopicMean {

    private final FluctuationEquations equations;
    private final NextOrder.Expansion expansion;

    public MesoscopicMean(FluctuationEquations equations, Operator o) {
        this.equations = equations;
        this.expansion = new NextOrder(equations).expectation(o);
    }

    /**
     * The two orders at one state.
     *
     * @param twiceOrder 2k, twice the leading power of N
     * @param leading what multiplies N^k
     * @param next what multiplies N^(k - 1)
     */
    public record Value(int twiceOrder, double leading, double next) {

        /** The leading order alone at a size. */
        public double leadingAt(double size) {
            return Math.pow(size, twiceOrder / 2.0) * leading;
        }

        /** The estimate at a size, with an error of order N^(k - 2). */
        public double at(double size) {
            return Math.pow(size, twiceOrder / 2.0) * (leading + next / size);
        }
    }

    /** The value in a state that carries shifts. */
    public Value in(FluctuationPoint point, FluctuationState state) {
        Map<String, Double> known = new HashMap<>();
        double[] means = state.means();
        double[] shifts = state.shifts();
        List<String> names = equations.means().names();
        for (int i = 0; i < means.length; i++) {
            known.put(names.get(i), means[i]);
            known.put(NextOrder.shift(names.get(i)), shifts[i]);
        }
        List<String> letters = equations.names();
        double[][] g = state.covariances();
        for (int j = 0; j < g.length; j++) {
            for (int k = 0; k <= j; k++) known.put(NextOrder.covariance(letters.get(j), letters.get(k)), g[j][k]);
        }
        known.put("t", state.time());
        ToDoubleFunction<String> numbers = equations.means().values(point.values());
        ToDoubleFunction<String> values = name -> {
            Double value = known.get(name);
            return value != null ? value : numbers.applyAsDouble(name);
        };
        return new Value(
                expansion.twiceOrder(),
                Evaluation.of(expansion.leading(), values),
                Evaluation.of(expansion.next(), values));
    }
}
