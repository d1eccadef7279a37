package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Locale;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.GeneratorInverse.Solution;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.random.RandomStream;

/**
 * The equations L x = b on the matrices where the stationary state lives, in the coordinates that the symmetries leave:
 * the stationary state itself, and responses to sources without trace. Chooses direct elimination where it is cheap, a
 * preconditioned Krylov method else, and direct elimination again where that stalls. Not thread-safe.
 */
final class StationaryEquations implements AutoCloseable {

    /** Least part of the trace in level 0. */
    private static final double LEVEL_WEIGHT = 1e-6;

    private final ExactSystem system;
    private final List<ReducedGenerator> sectors;
    private final ReducedGenerator generator;
    private final double[] trace;
    private final InverseChoice choice;
    private GeneratorInverse inverse;
    private Solution state;

    StationaryEquations(ExactSystem system) {
        requireAutonomous(system);
        this.system = system;
        this.sectors = system.reducedGenerators(system.diagonalLayout());
        this.generator = sectors.getFirst();
        this.trace = vector(Operator.identity());
        this.choice = new InverseChoice(system, generator, trace);
    }

    static void requireAutonomous(ExactSystem system) {
        if (system.isAutonomous()) return;
        throw new NotApplicableException("a system with numbers that change in time, such as a classical oscillator, "
                + "has no stationary density matrix here: evolve it in time");
    }

    /** The generator in every symmetry sector, first the one of these equations. */
    List<ReducedGenerator> sectors() {
        return sectors;
    }

    ReducedGenerator generator() {
        return generator;
    }

    InverseChoice choice() {
        return choice;
    }

    /** Size of the generator, [rate]. */
    double rates() {
        return choice.rates();
    }

    /** Coordinates whose scalar product with a Hermitian matrix X is Re Tr(o X), of an operator with the symmetries. */
    double[] vector(Operator o) {
        Generator g = generator.generator();
        double[] onEntries = system.reading(o, g.layout()).vector(!g.isReal());
        return generator.coordinates().pack(onEntries);
    }

    double[] trace() {
        return trace;
    }

    /** Coordinates as a matrix. */
    DensityMatrix matrix(double[] x) {
        return DensityMatrix.of(
                system, generator.generator().layout(), generator.coordinates().unpack(x));
    }

    /**
     * The stationary state: coordinates of trace 1. Where there are several, one of them.
     *
     * @throws ConvergenceException when no method reaches the tolerance
     */
    Solution state(double tolerance) {
        if (state != null && state.residual() <= tolerance) return state;
        if (choice.isCheap()) {
            if (isGood(direct(tolerance), tolerance)) return state;
            if (isGood(by(choice.regularised(0, 0), tolerance), tolerance)) return state;
        }
        if (isGood(by(choice.krylov(0, 0), tolerance), tolerance)) return state;
        if (choice.isAffordable() && !choice.isCheap()) {
            if (isGood(by(choice.regularised(0, 0), tolerance), tolerance)) return state;
        }
        throw stalled(state);
    }

    private static boolean isGood(Solution s, double tolerance) {
        return s.residual() <= 10 * tolerance;
    }

    private Solution by(GeneratorInverse method, double tolerance) {
        close();
        inverse = method;
        state = method.stationary(0.1 * tolerance);
        return state;
    }

    private Solution direct(double tolerance) {
        by(choice.direct(0, 0), tolerance);
        if (inverse instanceof Elimination e
                && e.levelWeight() < LEVEL_WEIGHT
                && choice.plan().levels().count() > 1) {
            // The trace hangs on a state that is hardly populated: begin at the most populated one instead.
            choice.beginAt(mostPopulated(state.x()));
            by(choice.direct(0, 0), tolerance);
        }
        return state;
    }

    private int mostPopulated(double[] x) {
        int most = 0;
        for (int i = 0; i < x.length; i++) if (trace[i] * x[i] > trace[most] * x[most]) most = i;
        return most;
    }

    private ConvergenceException stalled(Solution s) {
        EliminationPlan plan = choice.plan();
        return new ConvergenceException(String.format(
                Locale.ROOT,
                "the equations of %d unknowns stalled at a residual of %.1e after %d iterations of %s; direct "
                        + "elimination would need %.1e operations and %.1f GB: take a smaller size",
                generator.dimension(),
                s.residual(),
                s.iterations(),
                inverse.method(),
                plan == null ? Double.NaN : plan.operations(),
                plan == null ? Double.NaN : plan.bytes() / 1e9));
    }

    /** The solution of L x = b without trace, for the part of b that has none. */
    Solution response(double[] b, double tolerance) {
        if (state == null) state(tolerance);
        double[] source = b.clone();
        double t = Scalars.real(trace, source);
        for (int i = 0; i < source.length; i++) source[i] -= t * state.x()[i];
        Solution s = inverse.solve(source, tolerance);
        if (s.residual() <= 1e3 * tolerance) return s;
        throw stalled(s);
    }

    /** How the state was found, in words. */
    String method() {
        return inverse.method();
    }

    /**
     * How far the next eigenvalue is from zero relative to the size of the generator, roughly; rounding for a state that
     * is not unique.
     */
    double separation() {
        return NullSpace.separation(inverse, generator.dimension(), rates(), trace);
    }

    /** A vector without structure. */
    static double[] random(int length, long seed) {
        double[] x = new double[length];
        for (int i = 0; i < x.length; i++) x[i] = 2 * RandomStream.uniform(seed, i, 0) - 1;
        return x;
    }

    @Override
    public void close() {
        if (inverse != null) inverse.close();
        inverse = null;
    }
}
