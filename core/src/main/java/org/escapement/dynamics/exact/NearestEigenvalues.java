package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Davidson;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.krylov.ShiftInvert;
import org.escapement.numerics.krylov.ShiftInvert.Pair;
import org.escapement.numerics.krylov.ShiftInvert.Problem;

/**
 * Eigenvalues of a generator nearest a complex number: Davidson's method where the inverse of two uncoupled sites is close
 * to the whole inverse and their eigenvectors are good guesses, shift and invert else. Safe to share between threads.
 */
final class NearestEigenvalues {

    private static final long SEED = 11;
    private static final int LEAST_VECTORS = 24;
    private static final int MOST_STEPS = 400;
    /** Length below which a guess, made of a normalised matrix, has no part with the symmetry. */
    private static final double ROUNDING = 1e-6;

    private final ExactSystem system;
    private final Generator generator;
    private final Decompositions decompositions;

    NearestEigenvalues(ExactSystem system, Generator generator, Decompositions decompositions) {
        this.system = system;
        this.generator = generator;
        this.decompositions = decompositions;
    }

    /**
     * On the matrices that symmetries leave as they are.
     *
     * @param tolerance residual of the nearest
     * @param beyond largest residual of the others, which may be smaller
     */
    List<Pair> of(ReducedGenerator g, double re, double im, int count, double tolerance, double beyond) {
        if (g.sitesInUncorrelatedState() != null) {
            try {
                return davidson(g, re, im, count, tolerance, beyond);
            } catch (ConvergenceException uncoupledSitesAreNoGuide) {
                // An exact inverse needs no guide.
            }
        }
        try (Preconditioner inverse = new InverseChoice(system, g, null).preconditioner(re, im)) {
            return shiftInvert(new Problem(g, inverse, g.dimension(), re, im), count, tolerance);
        }
    }

    /** On all entries of the layout. */
    List<Pair> ofEntries(double re, double im, int count, double tolerance) {
        List<SylvesterEquation> equations = decompositions.uncoupledSites();
        if (equations == null) equations = decompositions.noJump();
        Coordinates entries = Coordinates.of(generator.size(), List.of());
        LinearMap inverse = new SylvesterInverse(equations, entries, generator.size()).shifted(re, im);
        return shiftInvert(new Problem(generator::apply, inverse, generator.size(), re, im), count, tolerance);
    }

    private static List<Pair> shiftInvert(Problem problem, int count, double tolerance) {
        return new ShiftInvert(tolerance, Math.max(8, 2 * count + 4), 8).nearest(problem, count, SEED);
    }

    private List<Pair> davidson(ReducedGenerator g, double re, double im, int count, double tolerance, double beyond) {
        SylvesterInverse shifted = g.sitesInUncorrelatedState().shifted(re, im);
        Problem problem = new Problem(g, shifted, g.dimension(), re, im);
        List<double[]> guesses = new ArrayList<>();
        for (double[] guess : shifted.eigenvectors(2 * count + 4)) {
            if (Scalars.norm(guess) > ROUNDING) guesses.add(guess);
        }
        return new Davidson(tolerance, beyond, Math.max(LEAST_VECTORS, 4 * count), MOST_STEPS)
                .nearest(problem, count, guesses, SEED);
    }
}
