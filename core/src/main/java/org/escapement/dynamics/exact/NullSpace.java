package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.exact.GeneratorInverse.Solution;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * All matrices that a generator brings to zero, sector by sector of its symmetries: by inverse iteration of a set of
 * vectors that grows until it is larger than the null space. Zero is never defective for a master equation, so the vectors
 * settle there.
 */
final class NullSpace {

    /** Shift relative to the size of the generator. */
    private static final double SHIFT = 1e-8;

    /** Residual of the second answer. */
    private static final double ROUGH = 0.05;

    private static final int ROUNDS = 4;
    private static final int MOST = 256;

    private final ExactSystem system;
    private final List<ReducedGenerator> sectors;

    /**
     * Prepares.
     *
     * @param sectors the generator in every symmetry sector, first the one with the traces
     */
    NullSpace(ExactSystem system, List<ReducedGenerator> sectors) {
        this.system = system;
        this.sectors = sectors;
    }

    /** Distance from zero of the next eigenvalue in the sectors that hold no trace, relative to the generator's size. */
    double separationOfOthers() {
        double least = Double.POSITIVE_INFINITY;
        for (ReducedGenerator g : sectors.subList(1, sectors.size())) {
            if (g.dimension() == 0) continue;
            if (g.isZero()) return 0;
            InverseChoice choice = new InverseChoice(system, g, null);
            try (GeneratorInverse inverse = choice.first(0, 0)) {
                least = Math.min(least, separation(inverse, g.dimension(), choice.rates(), null));
            }
        }
        return least;
    }

    /**
     * One over what the inverse lengthens a vector by at most, relative to the size of the generator: of a random vector and
     * of the answers to it. 0 without an answer.
     *
     * @param trace which the vector must not have, null where no matrix has one
     */
    static double separation(GeneratorInverse inverse, int dimension, double rates, double[] trace) {
        double[] x = StationaryEquations.random(dimension, 17);
        if (trace != null) {
            Scalars.REAL.add(x, -Scalars.real(trace, x) / Scalars.real(trace, trace), 0, trace);
        }
        // A single direction holds about 1/sqrt(n) of a random vector: less than that must be left to see it.
        double tolerance = Math.min(1e-3, 0.3 / Math.sqrt(dimension));
        double worst = Double.POSITIVE_INFINITY;
        double size = Scalars.norm(x);
        // Each answer leans more to the slowest directions; where it costs an iteration two have to do.
        for (int k = 0; k < (inverse instanceof Elimination ? 4 : 2); k++) {
            Solution s = inverse.solve(x, k == 0 ? tolerance : ROUGH);
            double length = Scalars.norm(s.x());
            if (!(s.residual() < 0.1) || !(length < 1e300)) return 0;
            worst = Math.min(worst, size / length);
            x = s.x();
            size = length;
        }
        return worst / rates;
    }

    /** A basis of all stationary matrices. */
    SteadyState.Degenerate states() {
        List<DensityMatrix> basis = new ArrayList<>();
        double[] worst = {0};
        String method = "";
        for (ReducedGenerator g : sectors) {
            if (g.dimension() == 0) continue;
            if (g.isZero()) {
                method = "everything is stationary";
                for (int k = 0; k < g.dimension(); k++) basis.add(unit(g, k));
                continue;
            }
            double rates = g.size();
            InverseChoice choice = new InverseChoice(system, g, null);
            try (GeneratorInverse inverse = choice.first(SHIFT * rates, 0)) {
                method = "inverse iteration by " + inverse.method();
                for (double[] x : nullVectors(g, inverse, rates, worst)) {
                    basis.add(DensityMatrix.of(
                            system, g.generator().layout(), g.coordinates().unpack(x)));
                }
            }
        }
        return new SteadyState.Degenerate(basis, worst[0], method);
    }

    private DensityMatrix unit(ReducedGenerator g, int coordinate) {
        if (coordinate >= MOST) throw tooMany();
        double[] x = new double[g.dimension()];
        x[coordinate] = 1;
        return DensityMatrix.of(system, g.generator().layout(), g.coordinates().unpack(x));
    }

    private static ConvergenceException tooMany() {
        return new ConvergenceException("more than " + MOST + " independent stationary states: evolve from an initial "
                + "state to find the one it leads to");
    }

    private static List<double[]> nullVectors(
            ReducedGenerator g, GeneratorInverse inverse, double rates, double[] worst) {
        for (int count = 2; ; count *= 2) {
            int used = Math.min(count, g.dimension());
            List<double[]> basis = new ArrayList<>();
            for (int k = 0; k < used; k++) basis.add(StationaryEquations.random(g.dimension(), 100 + k));
            for (int round = 0; round < ROUNDS; round++) {
                List<double[]> next = new ArrayList<>();
                for (double[] x : basis) next.add(inverse.solve(x, 1e-10).x());
                basis = orthonormal(next);
            }
            List<double[]> found = settled(g, basis, rates, worst);
            if (found.size() < used || used == g.dimension()) return found;
            if (count >= MOST) throw tooMany();
        }
    }

    private static List<double[]> orthonormal(List<double[]> vectors) {
        List<double[]> basis = new ArrayList<>();
        for (double[] v : vectors) {
            double size = Scalars.norm(v);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] b : basis) Scalars.REAL.add(v, -Scalars.real(b, v), 0, b);
            }
            double left = Scalars.norm(v);
            if (left < 1e-12 * size) continue;
            Scalars.scale(v, 1 / left);
            basis.add(v);
        }
        return basis;
    }

    /** The combinations that the generator brings to zero: right singular vectors of its image of the basis. */
    private static List<double[]> settled(ReducedGenerator g, List<double[]> basis, double rates, double[] worst) {
        int n = basis.size();
        List<double[]> images = new ArrayList<>();
        for (double[] x : basis) {
            double[] image = new double[x.length];
            g.apply(x, image);
            images.add(image);
        }
        Dense gram = Dense.zero(n, n, true);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) gram.re()[i * n + j] = Scalars.real(images.get(i), images.get(j));
        }
        Eigen e = Eigen.hermitian(gram);
        List<double[]> found = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double[] x = new double[g.dimension()];
            for (int i = 0; i < n; i++) Scalars.REAL.add(x, e.vectors().re()[i * n + k], 0, basis.get(i));
            double[] image = new double[x.length];
            g.apply(x, image);
            double residual = Scalars.norm(image) / (rates * Scalars.norm(x));
            if (residual > 1e-9) continue;
            worst[0] = Math.max(worst[0], residual);
            found.add(x);
        }
        return found;
    }
}
