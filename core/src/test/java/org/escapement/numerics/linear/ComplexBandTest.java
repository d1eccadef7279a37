package org.escapement.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

final class ComplexBandTest {

    @Test
    void agreesWithTheDenseSolutionWherePivotsMatter() {
        int n = 11;
        int reach = 3;
        ComplexBand band = new ComplexBand(n, reach);
        ComplexMatrix dense = new ComplexMatrix(n, n);
        ComplexMatrix right = new ComplexMatrix(n, 2);
        double[] re = new double[2 * n];
        double[] im = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - reach); j <= Math.min(n - 1, i + reach); j++) {
                double size = i == j ? 1e-3 : 1;
                double x = size * (RandomStream.uniform(1, i, j) - 0.5);
                double y = size * (RandomStream.uniform(2, i, j) - 0.5);
                band.add(i, j, x, y);
                dense.add(i, j, x, y);
            }
            for (int c = 0; c < 2; c++) {
                re[2 * i + c] = RandomStream.uniform(3, i, c);
                im[2 * i + c] = RandomStream.uniform(4, i, c);
                right.add(i, c, re[2 * i + c], im[2 * i + c]);
            }
        }
        band.solve(re, im, 2);
        dense.solve(right);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 2; c++) {
                assertEquals(
                        right.re(i, c), re[2 * i + c], 1e-12 * right.get(i, c).modulus());
                assertEquals(
                        right.im(i, c), im[2 * i + c], 1e-12 * right.get(i, c).modulus());
            }
        }
    }

    @Test
    void aSingularMatrixIsRefused() {
        ComplexBand band = new ComplexBand(2, 1);
        band.add(0, 0, 1, 0);
        band.add(1, 0, 1, 0);
        assertThrows(ArithmeticException.class, () -> band.solve(new double[2], new double[2], 1));
    }
}
