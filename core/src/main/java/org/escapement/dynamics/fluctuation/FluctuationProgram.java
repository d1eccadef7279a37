package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.Kernels;

/**
 * The equations of means and fluctuations as code, for all parameter points. Spins whose length is constant at a point are
 * described on their tangent planes, others with their longitudinal fluctuations. Immutable and thread-safe; make once,
 * take a {@link FluctuationPoint} for each parameter point.
 */
public final class FluctuationProgram {

    private final FluctuationEquations equations;
    private final boolean shifted;
    private final Map<Set<String>, Code> codes = new ConcurrentHashMap<>();
    private final CompiledEquations moments;
    private final Kernel momentsKernel;
    private final Map<String, Expression> lengthRates;

    /**
     * What one kind of points has in common.
     *
     * @param kernel a prototype to be copied
     */
    record Code(StateLayout layout, CompiledEquations equations, Kernel kernel) {}

    private FluctuationProgram(FluctuationEquations equations, boolean shifted) {
        this.equations = equations;
        this.shifted = shifted;
        this.moments = CompiledEquations.compile(equations.means().names(), momentExpressions(equations));
        this.momentsKernel = Kernels.generated(moments.tape());
        this.lengthRates = new java.util.LinkedHashMap<>();
        equations.means().squaredLengths().forEach((name, length) -> lengthRates.put(name, alongFlow(length)));
    }

    /** Means, frames and covariances. */
    public static FluctuationProgram of(FluctuationEquations equations) {
        return new FluctuationProgram(equations, false);
    }

    /** The same with the shifts of the means at order 1/N. */
    public static FluctuationProgram withShifts(FluctuationEquations equations) {
        return new FluctuationProgram(equations, true);
    }

    public FluctuationEquations equations() {
        return equations;
    }

    /** The program at a parameter point. */
    public FluctuationPoint at(ParameterValues point) {
        equations.means().requireRates(point);
        ToDoubleFunction<String> values = equations.means().values(point);
        return new FluctuationPoint(this, code(changing(values)), point, values);
    }

    private Code code(Set<String> longitudinal) {
        return codes.computeIfAbsent(longitudinal, names -> {
            StateLayout layout = new StateLayout(equations, names, shifted);
            CompiledEquations compiled = FluctuationTape.write(equations, layout);
            return new Code(layout, compiled, Kernels.generated(compiled.tape()));
        });
    }

    /** Rates of the means, then Jacobian, diffusion and commutators of the letters row by row. */
    private static List<Expression> momentExpressions(FluctuationEquations e) {
        List<Expression> all = new ArrayList<>(e.means().rateExpressions());
        int n = e.letters().size();
        for (int kind = 0; kind < 3; kind++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    all.add(kind == 0 ? e.jacobian(j, k) : kind == 1 ? e.diffusion(j, k) : e.commutator(j, k));
                }
            }
        }
        return all;
    }

    CompiledEquations moments() {
        return moments;
    }

    Kernel momentsKernel() {
        return momentsKernel.copy();
    }

    private Expression alongFlow(Coefficient length) {
        Expression value = equations.means().expression(length);
        List<String> names = equations.means().names();
        List<Expression> rates = equations.means().rateExpressions();
        return Derivative.along(value, s -> {
            int index = names.indexOf(((Expression.Symbol) s).name());
            return index < 0 ? Expression.ZERO : rates.get(index);
        });
    }

    /** Ensembles whose length changes at a point: its rate does not vanish at a few states without symmetry. */
    private Set<String> changing(ToDoubleFunction<String> values) {
        Set<String> changing = new HashSet<>();
        List<String> names = equations.means().names();
        for (SpinEnsemble e : equations.model().ensembles()) {
            for (double seed : new double[] {0.37, 0.61, 0.83}) {
                ToDoubleFunction<String> state = name -> {
                    int index = names.indexOf(name);
                    if (index >= 0) return 0.3 * Math.sin(100 * seed * (index + 1));
                    return name.equals("t") ? seed : values.applyAsDouble(name);
                };
                double scale = equations.means().rateExpressions().stream()
                        .mapToDouble(f -> Math.abs(Evaluation.of(f, state)))
                        .sum();
                if (Math.abs(Evaluation.of(lengthRates.get(e.name()), state)) > 1e-13 * scale) changing.add(e.name());
            }
        }
        return Set.copyOf(changing);
    }

    @Override
    public String toString() {
        return "fluctuations of " + Arrays.toString(equations.names().toArray());
    }
}
