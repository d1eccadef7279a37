package org.escapement.numerics.krylov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.ShiftInvert.Pair;
import org.escapement.numerics.krylov.ShiftInvert.Problem;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class DavidsonTest {

    private static final int N = 300;

    /** Decaying rotations at many rates, weakly mixed. */
    private static Dense matrix() {
        Dense a = Dense.zero(N, N, true);
        for (int k = 0; k < N; k += 2) {
            double decay = -0.3 * (k / 2 + 1);
            double turn = 1 + 0.5 * (k / 2 % 5);
            a.re()[k * N + k] = decay;
            a.re()[(k + 1) * N + k + 1] = decay;
            a.re()[k * N + k + 1] = turn;
            a.re()[(k + 1) * N + k] = -turn;
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) a.re()[i * N + j] += 0.02 * (RandomStream.uniform(3, i, j) - 0.5);
        }
        return a;
    }

    private static LinearMap map(Dense a) {
        return (x, y) -> {
            for (int part = 0; part < 2; part++) {
                for (int i = 0; i < N; i++) {
                    double sum = 0;
                    for (int j = 0; j < N; j++) sum += a.re()[i * N + j] * x[part * N + j];
                    y[part * N + i] = sum;
                }
            }
        };
    }

    /** The inverse of the 2 x 2 blocks on the diagonal minus the shift. */
    private static LinearMap blocks(Dense a, double shiftRe, double shiftIm) {
        return (x, y) -> {
            for (int k = 0; k < N; k += 2) {
                double dr = a.re()[k * N + k] - shiftRe;
                double di = -shiftIm;
                double b = a.re()[k * N + k + 1];
                double c = a.re()[(k + 1) * N + k];
                // (d b; c d)^-1 = (d -b; -c d)/(d^2 - b c)
                double nr = dr * dr - di * di - b * c;
                double ni = 2 * dr * di;
                double s = nr * nr + ni * ni;
                for (int row = 0; row < 2; row++) {
                    int own = k + row;
                    int other = k + 1 - row;
                    double off = row == 0 ? -b : -c;
                    double re = dr * x[own] - di * x[N + own] + off * x[other];
                    double im = dr * x[N + own] + di * x[own] + off * x[N + other];
                    y[own] = (re * nr + im * ni) / s;
                    y[N + own] = (im * nr - re * ni) / s;
                }
            }
        };
    }

    @Test
    void nearestEigenvaluesAreThoseOfTheDenseMatrix() {
        Dense a = matrix();
        Eigen all = Eigen.of(a, false);
        double re = -0.4;
        double im = 1.2;
        Problem p = new Problem(map(a), blocks(a, re, im), N, re, im);
        List<Pair> found = new Davidson(1e-10, 1e-10, 20, 200).nearest(p, 3, List.of(), 5);
        double last = 0;
        for (int k = 0; k < 3; k++) {
            double nearest = Double.POSITIVE_INFINITY;
            int count = 0;
            double distance = Math.hypot(found.get(k).re() - re, found.get(k).im() - im);
            for (int j = 0; j < N; j++) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(
                                all.re()[j] - found.get(k).re(),
                                all.im()[j] - found.get(k).im()));
                if (Math.hypot(all.re()[j] - re, all.im()[j] - im) < distance - 1e-8) count++;
            }
            assertEquals(0, nearest, 1e-9);
            assertEquals(k, count, "none nearer was missed");
            assertTrue(found.get(k).residual() <= 1e-10 && distance >= last);
            last = distance;
        }
    }

    @Test
    void theSecondMayBeRough() {
        Dense a = matrix();
        Problem p = new Problem(map(a), blocks(a, -0.4, 1.2), N, -0.4, 1.2);
        List<Pair> found = new Davidson(1e-10, 1e-2, 20, 200).nearest(p, 2, List.of(), 5);
        assertTrue(found.get(0).residual() <= 1e-10);
        assertTrue(found.get(1).residual() <= 1e-2);
    }

    @Test
    void stallingIsSaidWithTheResidualThatWasLeft() {
        Dense a = matrix();
        Problem p = new Problem(map(a), LinearMap.identity(), N, -40.1, 0.3);
        ConvergenceException stalled = assertThrows(
                ConvergenceException.class, () -> new Davidson(1e-10, 1e-10, 12, 15).nearest(p, 2, List.of(), 5));
        assertTrue(stalled.getMessage().contains("move the shift"), stalled.getMessage());
    }
}
