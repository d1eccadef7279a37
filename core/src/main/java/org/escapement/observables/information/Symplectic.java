package org.escapement.observables.information;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Symplectic eigenvalues of positive matrices in the order (x_1, p_1, x_2, p_2, ...). Of one and two modes by formulas
 * without cancellation, of more as singular values of LᵀΩL with V = LLᵀ, each known to rounding of the largest one.
 */
final class Symplectic {

    private Symplectic() {}

    /** Ascending. */
    static double[] eigenvalues(double[][] v) {
        return switch (v.length / 2) {
            case 1 -> new double[] {Math.sqrt(positive(v[0][0] * v[1][1] - v[0][1] * v[0][1], v))};
            case 2 -> StandardForm.of(v).symplecticEigenvalues();
            default -> ofMany(v);
        };
    }

    private static double positive(double determinant, double[][] v) {
        if (determinant > 0 && v[0][0] > 0) return determinant;
        throw notPositive();
    }

    static ArithmeticException notPositive() {
        return new ArithmeticException("the covariance matrix is not positive definite: not a state");
    }

    private static double[] ofMany(double[][] v) {
        int modes = v.length / 2;
        double[][] l = cholesky(v);
        double[][] turned = new double[2 * modes][2 * modes];
        for (int i = 0; i < 2 * modes; i++) {
            for (int j = 0; j < 2 * modes; j++) {
                for (int m = 0; m < modes; m++) {
                    turned[i][j] += l[2 * m][i] * l[2 * m + 1][j] - l[2 * m + 1][i] * l[2 * m][j];
                }
            }
        }
        // The singular values of an antisymmetric matrix come in pairs, in descending order.
        double[] pairs = new SingularValueDecomposition(matrix(turned)).getSingularValues();
        double[] values = new double[modes];
        for (int m = 0; m < modes; m++) values[m] = pairs[2 * (modes - 1 - m)];
        return values;
    }

    /** L with LLᵀ = V. */
    static double[][] cholesky(double[][] v) {
        try {
            return new CholeskyDecomposition(matrix(v), 1e-10, 0).getL().getData();
        } catch (MathIllegalArgumentException notPositive) {
            throw notPositive();
        }
    }

    private static RealMatrix matrix(double[][] a) {
        return new Array2DRowRealMatrix(a, false);
    }
}
