package org.escapement.numerics.krylov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Rightmost.Value;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class RightmostTest {

    private static final int N = 240;

    /** Decaying rotations; those of slow decay have the largest frequencies. */
    private static Dense matrix(double mixing) {
        Dense a = Dense.zero(N, N, true);
        for (int k = 0; k < N; k += 2) {
            double decay = -0.1 * (k / 2 + 1);
            double turn = k % 4 == 0 ? 12 - 0.1 * k : 0.3;
            a.re()[k * N + k] = decay;
            a.re()[(k + 1) * N + k + 1] = decay;
            a.re()[k * N + k + 1] = turn;
            a.re()[(k + 1) * N + k] = -turn;
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) a.re()[i * N + j] += mixing * (RandomStream.uniform(5, i, j) - 0.5);
        }
        return a;
    }

    private static LinearMap map(Dense a) {
        return (x, y) -> {
            for (int i = 0; i < N; i++) {
                double sum = 0;
                for (int j = 0; j < N; j++) sum += a.re()[i * N + j] * x[j];
                y[i] = sum;
            }
        };
    }

    @Test
    void largestRealPartsAreFoundAtAllFrequencies() {
        Dense a = matrix(0.05);
        Eigen dense = Eigen.of(a, false);
        double[] expected = Arrays.stream(dense.re()).map(x -> -x).sorted().toArray();
        List<Value> found = new Rightmost(1e-9, 200).of(map(a), N, 6, 1);
        assertTrue(found.size() >= 6);
        for (int k = 0; k < 6; k++) assertEquals(-expected[k], found.get(k).re(), 1e-8);
        for (Value v : found) {
            assertTrue(v.residual() <= 1e-9);
            assertTrue(IntStream.range(0, N)
                    .anyMatch(k -> Math.hypot(dense.re()[k] - v.re(), dense.im()[k] - v.im()) < 1e-7));
        }
        assertTrue(found.stream().anyMatch(v -> v.im() > 11));
    }

    @Test
    void aDoubleEigenvalueShowsTwice() {
        Dense a = Dense.zero(N, N, true);
        for (int k = 0; k < N; k++) a.re()[k * N + k] = -0.25 * (k / 2);
        List<Value> found = new Rightmost(1e-9, 200).of(map(a), N, 4, 1);
        double[] expected = {0, 0, -0.25, -0.25};
        for (int k = 0; k < 4; k++) assertEquals(expected[k], found.get(k).re(), 1e-8);
    }

    @Test
    void whatDoesNotConvergeIsSaid() {
        Dense a = matrix(0.05);
        assertThrows(ConvergenceException.class, () -> new Rightmost(1e-9, 16).of(map(a), N, 6, 1));
    }

    @Test
    void aMapWithFewEigenvaluesGivesThemAll() {
        LinearMap turn = (x, y) -> {
            y[0] = -x[0] + 2 * x[1];
            y[1] = -2 * x[0] - x[1];
            y[2] = -3 * x[2];
        };
        List<Value> found = new Rightmost(1e-9, 50).of(turn, 3, 10, 1);
        assertEquals(3, found.size());
        assertEquals(2, Math.abs(found.getFirst().im()), 1e-9);
        assertEquals(-3, found.getLast().re(), 1e-9);
    }
}
