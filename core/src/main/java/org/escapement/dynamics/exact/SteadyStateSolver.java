package org.escapement.dynamics.exact;

import org.escapement.dynamics.CutOffException;
import org.escapement.dynamics.NotUniqueException;
import org.escapement.dynamics.exact.GeneratorInverse.Solution;

/**
 * Stationary states of the master equation: direct elimination of the reduced generator where that is cheap, GMRES with
 * the inverse of the uncoupled sites or of the no-jump part else. The residual is computed anew from the generator, and
 * the next eigenvalue in every symmetry sector decides whether the state is the only one.
 */
public final class SteadyStateSolver {

    /** A next eigenvalue below this part of the size of the generator counts as zero. */
    static final double UNIQUE = 1e-11;

    private final ExactSystem system;

    /**
     * Prepares for a system.
     *
     * @throws org.escapement.dynamics.NotApplicableException for a system with numbers that change in time
     */
    public SteadyStateSolver(ExactSystem system) {
        StationaryEquations.requireAutonomous(system);
        this.system = system;
    }

    /**
     * Finds the stationary state to a relative residual.
     *
     * @throws org.escapement.numerics.ConvergenceException when the iteration stalls
     */
    public SteadyState solve(double tolerance) {
        try (StationaryEquations equations = new StationaryEquations(system)) {
            NullSpace nullSpace = new NullSpace(system, equations.sectors());
            if (equations.generator().isZero()) return nullSpace.states();
            Solution found = equations.state(tolerance);
            double separation = equations.separation();
            if (separation >= UNIQUE) separation = Math.min(separation, nullSpace.separationOfOthers());
            if (separation < UNIQUE) return nullSpace.states();
            DensityMatrix state = equations.matrix(found.x());
            requireCutOff(state);
            return new SteadyState.Unique(state, found.residual(), separation, equations.method());
        }
    }

    /**
     * The stationary state where there is one.
     *
     * @throws NotUniqueException when there are several
     * @throws CutOffException when it fills the highest Fock state of a mode
     */
    public SteadyState.Unique unique(double tolerance) {
        return switch (solve(tolerance)) {
            case SteadyState.Unique u -> u;
            case SteadyState.Degenerate d -> throw notUnique(d);
        };
    }

    private static NotUniqueException notUnique(SteadyState.Degenerate d) {
        return new NotUniqueException("the stationary state is not unique: "
                + d.basis().size() + " independent ones (residual " + d.residual()
                + "); evolve from an initial state to find the one it leads to");
    }

    /** Refuses a state that fills the highest Fock state of a mode. */
    static void requireCutOff(DensityMatrix state) {
        ExactOptions options = state.system().options();
        double top = state.topPopulation();
        if (top > options.topPopulation()) {
            throw new CutOffException("the highest Fock state has a population of " + top + ", more than the accepted "
                    + options.topPopulation() + ": raise the cut-off " + options.cutOffs());
        }
    }
}
