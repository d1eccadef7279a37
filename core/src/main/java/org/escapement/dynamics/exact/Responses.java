package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escapement.dynamics.exact.GeneratorInverse.Solution;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Scalars;

/**
 * Answers X = -∫ exp(Lt) Y exp(iωt) dt, that is (L + iω) X = Y, to Hermitian sources Y without trace, sector by sector of
 * the symmetries that a source breaks or not. Preparations at ω = 0 are kept. Not thread-safe.
 */
final class Responses implements AutoCloseable {

    private final ExactSystem system;
    private final StationaryEquations stationary;
    private final Generator generator;
    private final int entries;
    private final double tolerance;
    private final List<ReducedGenerator> sectors;
    private final List<InverseChoice> choices = new ArrayList<>();
    private final List<GeneratorInverse> prepared = new ArrayList<>();
    private double residual;

    /**
     * Prepares.
     *
     * @param stationary with its state found
     */
    Responses(ExactSystem system, StationaryEquations stationary, double tolerance) {
        this.system = system;
        this.stationary = stationary;
        this.generator = stationary.generator().generator();
        this.entries = generator.size();
        this.tolerance = tolerance;
        this.sectors = stationary.sectors();
        for (int s = 0; s < sectors.size(); s++) {
            choices.add(null);
            prepared.add(null);
        }
    }

    /** Largest residual of an answer so far, relative to its source. */
    double residual() {
        return residual;
    }

    /**
     * The answer at zero frequency, without trace.
     *
     * @param y numbers of the source: real parts of its entries and, if there are twice as many, imaginary parts
     */
    double[] solve(double[] y) {
        double[] x = new double[y.length];
        for (int s = 0; s < sectors.size(); s++) {
            for (int from : parts(y)) {
                double[] source = packed(s, y, from);
                if (source == null) continue;
                Solution found = s == 0
                        ? stationary.response(source, tolerance)
                        : inverse(s).solve(source, tolerance);
                add(s, accepted(found), x, from);
            }
        }
        return x;
    }

    /** Real and imaginary (in the sense of A + iB with Hermitian A and B) part of the answer at a frequency. */
    double[][] solve(double[] y, double omega) {
        if (omega == 0) return new double[][] {solve(y), new double[y.length]};
        double[][] x = new double[2][y.length];
        for (int s = 0; s < sectors.size(); s++) {
            int n = sectors.get(s).dimension();
            for (int from : parts(y)) {
                double[] source = packed(s, y, from);
                if (source == null) continue;
                double[] complex = java.util.Arrays.copyOf(source, 2 * n);
                try (GeneratorInverse inverse = choice(s).first(0, -omega)) {
                    double[] found = accepted(inverse.solve(complex, tolerance));
                    add(s, java.util.Arrays.copyOf(found, n), x[0], from);
                    add(s, java.util.Arrays.copyOfRange(found, n, 2 * n), x[1], from);
                }
            }
        }
        return x;
    }

    /** Beginnings of what the generator keeps apart: real and imaginary parts if it is real. */
    private int[] parts(double[] y) {
        return generator.isReal() && y.length > entries ? new int[] {0, entries} : new int[] {0};
    }

    private double[] packed(int s, double[] y, int from) {
        if (sectors.get(s).dimension() == 0) return null;
        int count = generator.isReal() ? entries : 2 * entries;
        double[] part = java.util.Arrays.copyOfRange(y, from, from + count);
        double[] source = sectors.get(s).coordinates().pack(part);
        double size = Scalars.norm(y);
        return Scalars.norm(source) <= 1e-15 * size ? null : source;
    }

    private void add(int s, double[] found, double[] x, int from) {
        double[] numbers = sectors.get(s).coordinates().unpack(found);
        for (int i = 0; i < numbers.length; i++) x[from + i] += numbers[i];
    }

    private InverseChoice choice(int s) {
        if (s == 0) return stationary.choice();
        if (choices.get(s) == null) choices.set(s, new InverseChoice(system, sectors.get(s), null));
        return choices.get(s);
    }

    private GeneratorInverse inverse(int s) {
        if (prepared.get(s) == null) prepared.set(s, choice(s).first(0, 0));
        return prepared.get(s);
    }

    private double[] accepted(Solution s) {
        if (s.residual() > 1e3 * tolerance) {
            throw new ConvergenceException(String.format(
                    Locale.ROOT,
                    "a response of %d unknowns stalled at a residual of %.1e: take a smaller size",
                    s.x().length,
                    s.residual()));
        }
        residual = Math.max(residual, s.residual());
        return s.x();
    }

    @Override
    public void close() {
        for (GeneratorInverse g : prepared) if (g != null) g.close();
    }
}
