package org.escapement.numerics.linear;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Symmetric solutions x of a x + x aᵀ + d = 0 and of x = a x aᵀ + d, as a linear system for the n(n+1)/2 different
 * elements, refined once. For matrices up to some tens of rows.
 *
 * @param x the solution
 * @param residual largest element of what is left of the equation
 */
public record LyapunovEquation(double[][] x, double residual) {

    /**
     * Solves a x + x aᵀ + d = 0.
     *
     * @throws ArithmeticException when two eigenvalues of a add up to zero
     */
    public static LyapunovEquation continuous(double[][] a, double[][] d) {
        return new Kind(a, true).solve(d);
    }

    /**
     * Solves x = a x aᵀ + d.
     *
     * @throws ArithmeticException when the product of two eigenvalues of a is 1
     */
    public static LyapunovEquation discrete(double[][] a, double[][] d) {
        return new Kind(a, false).solve(d);
    }

    private record Kind(double[][] a, boolean continuous) {

        LyapunovEquation solve(double[][] d) {
            int n = a.length;
            if (n == 0) return new LyapunovEquation(new double[0][0], 0);
            int unknowns = n * (n + 1) / 2;
            RealMatrix system = new Array2DRowRealMatrix(unknowns, unknowns);
            double[][] unit = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    unit[i][j] = unit[j][i] = 1;
                    system.setColumn(index(i, j, n), packed(applied(unit)));
                    unit[i][j] = unit[j][i] = 0;
                }
            }
            DecompositionSolver solver = new LUDecomposition(system, 0).getSolver();
            if (!solver.isNonSingular()) {
                throw new ArithmeticException(
                        "the Lyapunov equation has no unique solution: a mode neither grows nor decays");
            }
            double[][] x = new double[n][n];
            for (int round = 0; round < 2; round++) {
                double[] step = solver.solve(new ArrayRealVector(packed(left(x, d)), false))
                        .toArray();
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) x[i][j] -= step[index(Math.min(i, j), Math.max(i, j), n)];
                }
            }
            double residual = 0;
            for (double[] row : left(x, d)) for (double r : row) residual = Math.max(residual, Math.abs(r));
            return new LyapunovEquation(x, residual);
        }

        private static int index(int i, int j, int n) {
            return i * n - i * (i + 1) / 2 + j;
        }

        private static double[] packed(double[][] m) {
            int n = m.length;
            double[] all = new double[n * (n + 1) / 2];
            for (int i = 0; i < n; i++) for (int j = i; j < n; j++) all[index(i, j, n)] = m[i][j];
            return all;
        }

        /** a x + x aᵀ, or a x aᵀ - x. */
        private double[][] applied(double[][] x) {
            int n = a.length;
            double[][] ax = RealMatrices.times(a, x);
            double[][] result = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    result[i][j] = continuous ? ax[i][j] + ax[j][i] : RealMatrices.dot(ax[i], a[j]) - x[i][j];
                }
            }
            return result;
        }

        private double[][] left(double[][] x, double[][] d) {
            double[][] rest = applied(x);
            for (int i = 0; i < d.length; i++) for (int j = 0; j < d.length; j++) rest[i][j] += d[i][j];
            return rest;
        }
    }
}
