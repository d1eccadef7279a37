package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.expression.Expression;
import org.escapement.model.ParameterValues;
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
        return at(point, Optional.empty());
    }

    /**
     * The program at a parameter point, for an evolution from given means: ensembles that start alike and move alike share
     * their means, so that rounding cannot drive them apart where their common motion is unstable.
     */
    public FluctuationPoint at(ParameterValues point, double[] means) {
        return at(point, Optional.of(means));
    }

    private FluctuationPoint at(ParameterValues point, Optional<double[]> means) {
        equations.means().requireRates(point);
        ToDoubleFunction<String> values = equations.means().values(point);
        LocalMoments local = new LocalMoments(this, values);
        PointSymmetries symmetries = new PointSymmetries(equations, local, values);
        Map<String, String> same = means.map(symmetries::alike).orElse(Map.of());
        return new FluctuationPoint(this, code(new Kind(symmetries.changing(), same)), local, point, values);
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

    @Override
    public String toString() {
        return "fluctuations of " + Arrays.toString(equations.names().toArray());
    }
}
