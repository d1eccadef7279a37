package org.escapement.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LeastSquaresNewtonTest {

    @Test
    void aCurveOfSolutionsIsReachedAtItsNearestPoint() {
        LeastSquaresNewton.System circle = new LeastSquaresNewton.System() {
            @Override
            public int unknowns() {
                return 2;
            }

            @Override
            public int equations() {
                return 1;
            }

            @Override
            public boolean evaluate(double[] x, double[] residual, double[][] jacobian) {
                residual[0] = x[0] * x[0] + x[1] * x[1] - 1;
                jacobian[0] = new double[] {2 * x[0], 2 * x[1]};
                return true;
            }
        };
        LeastSquaresNewton.Solution s = LeastSquaresNewton.solve(circle, new double[] {0.9, 1.2}, 1e-13, 50);
        assertEquals(0.6, s.x()[0], 1e-12);
        assertEquals(0.8, s.x()[1], 1e-12);
        assertTrue(s.iterations() < 10);
    }

    @Test
    void eigenvaluesAreSortedAndConjugate() {
        var values = DenseAlgebra.eigenvalues(new double[][] {{0, 1, 0}, {-4, 0, 0}, {0, 0, -1}});
        assertEquals(2, values.get(0).im(), 1e-14);
        assertEquals(-2, values.get(1).im(), 1e-14);
        assertEquals(-1, values.get(2).re(), 1e-14);
    }

    @Test
    void complementIsPerpendicular() {
        double[][] basis = DenseAlgebra.complement(new double[][] {{1, 2, 2}}, 3);
        for (int k = 0; k < 2; k++) assertEquals(0, basis[0][k] + 2 * basis[1][k] + 2 * basis[2][k], 1e-14);
    }
}
