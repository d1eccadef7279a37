package org.escapement.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.escapement.numerics.linear.BlockElimination.Border;
import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

final class BlockEliminationTest {

    private static double random(int i) {
        return 2 * RandomStream.uniform(9, i, 0) - 1;
    }

    /** A band of random numbers with a strong diagonal. */
    private static Sparse band(int n) {
        SparseBuilder b = new SparseBuilder(n, n);
        for (int i = 0; i < n; i++) {
            b.add(i, i, 3 + random(i), 0);
            for (int j : new int[] {i - 7, i - 1, i + 2, i + 7}) {
                if (j >= 0 && j < n) b.add(i, j, random(31 * i + j), 0);
            }
        }
        return b.build();
    }

    private static double distance(Sparse a, double[] x, double[] b, double re, double im, boolean adjoint) {
        int n = a.rows();
        Dense m = a.dense();
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double sumRe = -re * x[i] - (adjoint ? -im : im) * -(x.length > n ? x[n + i] : 0);
            double sumIm = x.length > n ? -re * x[n + i] - (adjoint ? -im : im) * x[i] : 0;
            for (int j = 0; j < n; j++) {
                double v = adjoint ? m.re()[j * n + i] : m.re()[i * n + j];
                sumRe += v * x[j];
                if (x.length > n) sumIm += v * x[n + j];
            }
            worst = Math.max(worst, Math.abs(sumRe - b[i]));
            if (x.length > n) worst = Math.max(worst, Math.abs(sumIm - b[n + i]));
        }
        return worst;
    }

    @Test
    void solvesWithAndWithoutShiftAndTransposed() {
        Sparse a = band(80);
        Levels levels = Levels.from(Levels.Pattern.of(a), 0);
        assertTrue(levels.coversAll() && levels.count() > 8, "levels " + levels.count());
        double[][] shifts = {{0, 0}, {0.3, 0}, {0.2, 0.7}};
        for (double[] s : shifts) {
            try (BlockElimination lu = new BlockElimination(a, levels, s[0], s[1])) {
                double[] b = new double[160];
                for (int i = 0; i < b.length; i++) b[i] = random(1000 + i);
                double[] x = b.clone();
                lu.solve(x);
                assertEquals(0, distance(a, x, b, s[0], s[1], false), 1e-12);
                double[] y = b.clone();
                lu.solveAdjoint(y);
                assertEquals(0, distance(a, y, b, s[0], s[1], true), 1e-12);
            }
        }
    }

    @Test
    void aBorderMakesASingularMatrixRegular() {
        // A chain whose columns add up to zero has the left null vector (1, ..., 1).
        int n = 12;
        SparseBuilder b = new SparseBuilder(n, n);
        for (int i = 0; i + 1 < n; i++) {
            double up = 1 + i % 3;
            double down = 2 + i % 2;
            b.add(i, i, -up, 0);
            b.add(i + 1, i, up, 0);
            b.add(i + 1, i + 1, -down, 0);
            b.add(i, i + 1, down, 0);
        }
        Sparse a = b.build();
        Levels levels = Levels.from(Levels.Pattern.of(a), 0);
        try (BlockElimination lu =
                new BlockElimination(a, levels, 0, 0, new Border(new double[] {1}, new double[] {1}))) {
            double[] x = new double[n];
            x[0] = 1;
            lu.solve(x);
            double[] image = new double[n];
            a.multiply(x, image);
            for (double v : image) assertEquals(0, v, 1e-13);
            assertEquals(1, x[0], 1e-13);
        }
    }

    @Test
    void whatIsNotReachedIsRefused() {
        SparseBuilder b = new SparseBuilder(3, 3);
        for (int i = 0; i < 3; i++) b.add(i, i, 1, 0);
        Sparse a = b.build();
        Levels levels = Levels.from(Levels.Pattern.of(a), 0);
        assertThrows(IllegalArgumentException.class, () -> new BlockElimination(a, levels, 0, 0));
    }

    @Test
    void aSingularLevelIsSaid() {
        SparseBuilder b = new SparseBuilder(2, 2);
        b.add(0, 1, 1, 0);
        b.add(1, 0, 1, 0);
        Sparse a = b.build();
        Levels levels = Levels.from(Levels.Pattern.of(a), 0);
        assertThrows(ArithmeticException.class, () -> new BlockElimination(a, levels, 0, 0));
    }
}
