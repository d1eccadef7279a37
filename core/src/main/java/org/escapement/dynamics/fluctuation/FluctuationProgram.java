package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.dynamics.meanfield.EnsembleSymmetry;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.Parameter;
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
    private final Map<Kind, Code> codes = new ConcurrentHashMap<>();
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
        this.lengthRates = new LinkedHashMap<>();
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

    /**
     * What decides about the code of a point.
     *
     * @param longitudinal spins whose length changes
     * @param same mean-field variables for which another one stands
     */
    private record Kind(Set<String> longitudinal, Map<String, String> same) {}

    /** The program at a parameter point, for any start. */
    public FluctuationPoint at(ParameterValues point) {
        return at(point, Map.of());
    }

    /**
     * The program at a parameter point, for an evolution from given means: ensembles that start alike and move alike share
     * their means, so that rounding cannot drive them apart where their common motion is unstable.
     */
    public FluctuationPoint at(ParameterValues point, double[] means) {
        Map<String, Double> known = new LinkedHashMap<>();
        for (Parameter p : equations.model().parameters().values()) {
            if (p.preset().isPresent() || point.given().containsKey(p.name())) {
                known.put(p.name(), point.value(p.name()));
            }
        }
        List<String> names = equations.means().names();
        Map<String, String> same = EnsembleSymmetry.find(equations.means(), known, (a, b) -> {
            int i = names.indexOf(a.name() + ".x");
            int j = names.indexOf(b.name() + ".x");
            return Arrays.equals(means, i, i + 3, means, j, j + 3);
        });
        return at(point, same);
    }

    private FluctuationPoint at(ParameterValues point, Map<String, String> same) {
        equations.means().requireRates(point);
        ToDoubleFunction<String> values = equations.means().values(point);
        return new FluctuationPoint(this, code(new Kind(changing(values), same)), point, values);
    }

    private Code code(Kind kind) {
        return codes.computeIfAbsent(kind, k -> {
            StateLayout layout = new StateLayout(equations, k.longitudinal(), k.same(), shifted);
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
