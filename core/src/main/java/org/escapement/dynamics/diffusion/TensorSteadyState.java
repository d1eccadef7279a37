package org.escapement.dynamics.diffusion;

import java.util.Arrays;
import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;

/**
 * The stationary state of collective spins in spherical tensors, for any number of atoms or in the limit of infinite N. The
 * largest l of each ensemble is raised until the weight of the highest tensors shows that expectation values have the
 * asked accuracy: low moments feel what is cut off twice, on the way up and on the way down, so that their relative error
 * is about the square of that weight. Belongs to one thread; close it.
 */
public final class TensorSteadyState implements AutoCloseable {

    private static final int FIRST = 6;
    private static final int MOST = 60_000;
    /** How much larger than the square of the tail an error may be. */
    private static final double SAFETY = 100;

    private final TensorSystem system;
    private final TensorState state;
    private final double error;

    private TensorSteadyState(TensorSystem system, TensorState state, double error) {
        this.system = system;
        this.state = state;
        this.error = error;
    }

    /**
     * The stationary state at a parameter point.
     *
     * @param observables what will be asked for besides functions of populations; their fluctuations need tensors that the
     *     state itself may not have
     * @param tolerance relative error of expectation values
     * @throws ModelException when it is not unique, or so narrow that too many tensors are needed
     */
    public static TensorSteadyState find(
            TensorEquations equations, ParameterValues point, List<Operator> observables, double tolerance) {
        TensorSystem system = new TensorSystem(equations, point);
        TensorShape.Seed seed = new TensorShape.Stationary(observables);
        int[] highest = new int[equations.spins().size()];
        Arrays.fill(highest, FIRST);
        while (true) {
            TensorShape shape = system.shape(highest, seed);
            TensorState state = new TensorState(system, equations.pattern(shape));
            double tail = 0;
            for (int s = 0; s < highest.length; s++) tail = Math.max(tail, state.tail(s));
            double error = Math.max(SAFETY * tail * tail, 10 * state.residual());
            if (SAFETY * tail * tail <= tolerance) return new TensorSteadyState(system, state, error);
            int[] next = raised(highest, state, Math.sqrt(tolerance / SAFETY));
            int dimension = state.dimension();
            state.close();
            requireFeasible(highest, next, dimension);
            highest = next;
        }
    }

    private static void requireFeasible(int[] highest, int[] next, int dimension) {
        double growth = 1;
        for (int s = 0; s < next.length; s++) growth *= Math.pow((next[s] + 1.0) / (highest[s] + 1), 2);
        boolean fits = Arrays.stream(next).allMatch(l -> l <= TensorBasis.LARGEST);
        if (fits && dimension * Math.sqrt(growth) <= MOST) return;
        throw new ModelException("the stationary state is too narrow for spherical tensors: l up to "
                + Arrays.toString(highest)
                + " does not resolve it. Temperatures are very low or noise vanishes here: use "
                + "cumulants or the mean field");
    }

    /** The next largest l, extrapolating the decay of the weights, in even steps so that points share patterns. */
    private static int[] raised(int[] highest, TensorState state, double goal) {
        int[] next = highest.clone();
        for (int s = 0; s < next.length; s++) {
            double tail = state.tail(s);
            if (tail <= goal) continue;
            double before = Math.max(state.weight(s, highest[s] - 3), state.weight(s, highest[s] - 2));
            double decay = before > tail ? Math.log(before / tail) / 2 : 0;
            double steps = decay > 0 ? Math.log(tail / goal) / decay : 8;
            next[s] += 2 * (int) Math.ceil(Math.clamp(steps, 1, Math.max(8, highest[s] / 2.0)) / 2);
        }
        return next;
    }

    public TensorEquations equations() {
        return system.equations();
    }

    /** Largest l kept of each ensemble. */
    public List<Integer> highest() {
        return state.pattern().basis().shape().highest();
    }

    /** Number of coordinates. */
    public int dimension() {
        return state.dimension();
    }

    /** Estimated relative error of expectation values: truncation and residual. */
    public double error() {
        return error;
    }

    /** Twice the power of N that stands outside an expectation value; 0 at finite N. */
    public int twiceOrder(Operator o) {
        return system.equations().expectation(o).twiceOrder();
    }

    /** The expectation value of a Hermitian operator without its power of N. */
    public double mean(Operator o) {
        return state.mean(o);
    }

    /**
     * The zero-frequency noise 2 ∫_0^∞ (Re⟨A(t)A(0)⟩ - ⟨A⟩²) dt, the rate at which the variance of the time integral of A
     * grows, without the square of its power of N.
     */
    public double noise(Operator a) {
        return state.noise(a);
    }

    /** Re⟨A(t)B(0)⟩ - ⟨A⟩⟨B⟩ at ascending times, without both powers of N. */
    public double[] correlation(Operator a, Operator b, double... times) {
        TensorEvolution evolution = new TensorEvolution(state.generator());
        double[] values = new double[times.length];
        evolution.run(state.fluctuation(b), times, (i, x) -> values[i] = state.row(a, x));
        return values;
    }

    /** Gives the factors of the generator back; expectation values can still be read, fluctuations no more. */
    @Override
    public void close() {
        state.close();
    }
}
