package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.PointNumbers;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.dynamics.exact.SteadyStateSolver;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;

/**
 * The exact master equation at finite N as a level: every quantity of the model's language along one evolution or in the
 * stationary state. Immutable and thread-safe.
 */
public record ExactLevel(OpenSystem model, ExactOptions options) implements MeansLevel {

    private static final double STEADY_TOLERANCE = 1e-12;

    @Override
    public String name() {
        return "exact";
    }

    /**
     * Compiles quantities without a point.
     *
     * @throws ModelException when one uses what the model does not have
     */
    public static void requireMeasurable(OpenSystem model, List<Measurement> measurements) {
        compiled(model, measurements);
    }

    /**
     * Compiles a quantity that is to be read off in a stationary state.
     *
     * @throws ModelException when it uses what the model does not have, or what only an evolution has
     */
    public static void requireStationary(OpenSystem model, Measurement quantity) {
        ExactRunner.requireNoTime(compiled(model, List.of(quantity)));
    }

    /** Whether a quantity is made of expectation values at one time, so that trajectories give it. */
    public static boolean isOfStateVector(OpenSystem model, Expression quantity) {
        QuantityCompiler compiler = new QuantityCompiler(new ExactWords(PointNumbers.ofStructure(model)));
        Expression compiled = compiler.compile(quantity);
        return compiler.carried().functionals().isEmpty()
                && compiler.carried().starts().isEmpty()
                && compiled.symbols().stream().noneMatch(s -> s.startsWith("state#"));
    }

    private static QuantityCompiler compiled(OpenSystem model, List<Measurement> measurements) {
        QuantityCompiler compiler = new QuantityCompiler(new ExactWords(PointNumbers.ofStructure(model)));
        for (Measurement m : measurements) Readout.of(m, compiler, new ArrayList<>());
        return compiler;
    }

    /** The model at a point, as matrices. */
    public ExactSystem system(ParameterValues point) {
        return ExactSystem.of(model, point, options);
    }

    @Override
    public Outcome measure(ParameterValues point, Start start, List<Measurement> measurements, Accuracy accuracy) {
        if (start.variables().isPresent()) {
            throw new NotApplicableException(
                    "the exact level starts from a named state, not from mean-field variables");
        }
        InitialState state = start.state()
                .orElseThrow(() -> new ModelException("the model names no initial state for the exact level"));
        ExactSystem system = system(point);
        DensityMatrix rho = new StartStates(system).of(state);
        return new ExactRunner(system, measurements).run(rho, classical(state, system), accuracy);
    }

    static double[] classical(InitialState state, ExactSystem system) {
        List<Double> numbers = new ArrayList<>();
        for (Oscillator o : system.numbers().oscillators()) {
            List<Expression> pair = state.sites().getOrDefault(o.name(), List.of(Expression.ZERO, Expression.ZERO));
            pair.forEach(e -> numbers.add(system.numbers().point().evaluate(e)));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public List<double[]> stationary(ParameterValues point, List<Measurement> quantities) {
        return in(steady(system(point)), quantities);
    }

    /**
     * The stationary state.
     *
     * @throws ModelException when it is not unique
     */
    public static SteadyState.Unique steady(ExactSystem system) {
        return new SteadyStateSolver(system).unique(STEADY_TOLERANCE);
    }

    /** Quantities in a stationary state, each with an error estimate as second number. */
    public static List<double[]> in(SteadyState.Unique steady, List<Measurement> quantities) {
        double[] values = new ExactRunner(steady.state().system(), quantities).inState(steady.state(), new double[0]);
        List<double[]> all = new ArrayList<>();
        // A residual r displaces the state by about r over the separation of the null space.
        double relative = steady.residual() / Math.max(steady.separation(), 1e-16);
        for (double v : values) all.add(new double[] {v, Math.abs(v) * relative});
        return all;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}
