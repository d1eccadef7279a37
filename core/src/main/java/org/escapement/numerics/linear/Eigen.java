package org.escapement.numerics.linear;

import org.escapement.numerics.ConvergenceException;

/**
 * Eigenvalues and right eigenvectors of a dense matrix.
 *
 * @param re real parts
 * @param im imaginary parts
 * @param vectors eigenvectors as columns, normalised to length 1; without columns when not asked for
 */
public record Eigen(double[] re, double[] im, Dense vectors) {

    /** Of any square matrix. */
    public static Eigen of(Dense a, boolean withVectors) {
        int n = a.rows();
        return a.isReal() ? real(a, n, withVectors) : complex(a, n, withVectors);
    }

    private static Eigen complex(Dense a, int n, boolean withVectors) {
        double[] w = new double[2 * n];
        double[] v = new double[withVectors ? 2 * n * n : 0];
        check(OpenBlas.complexEigen(n, a.toColumns(), w, v), n);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = w[2 * i];
            im[i] = w[2 * i + 1];
        }
        Dense vectors = withVectors ? Dense.fromColumns(n, n, false, v) : Dense.zero(n, 0, false);
        return new Eigen(re, im, vectors);
    }

    private static Eigen real(Dense a, int n, boolean withVectors) {
        double[] re = new double[n];
        double[] im = new double[n];
        double[] v = new double[withVectors ? n * n : 0];
        check(OpenBlas.realEigen(n, a.toColumns(), re, im, v), n);
        if (!withVectors) return new Eigen(re, im, Dense.zero(n, 0, false));
        Dense vectors = Dense.zero(n, n, false);
        for (int j = 0; j < n; j++) {
            boolean pair = im[j] != 0;
            for (int i = 0; i < n; i++) {
                vectors.re()[i * n + j] = v[j * n + i];
                if (!pair) continue;
                vectors.im()[i * n + j] = v[(j + 1) * n + i];
                vectors.re()[i * n + j + 1] = v[j * n + i];
                vectors.im()[i * n + j + 1] = -v[(j + 1) * n + i];
            }
            if (pair) j++;
        }
        return new Eigen(re, im, vectors);
    }

    /** Of a Hermitian matrix, ascending; only its upper triangle is read. */
    public static Eigen hermitian(Dense a) {
        int n = a.rows();
        Dense complex = a.isReal() ? new Dense(n, n, a.re(), new double[n * n]) : a;
        double[] columns = complex.toColumns();
        double[] values = new double[n];
        check(OpenBlas.hermitianEigen(n, columns, values), n);
        return new Eigen(values, new double[n], Dense.fromColumns(n, n, false, columns));
    }

    private static void check(int info, int n) {
        if (info != 0) {
            throw new ConvergenceException("the eigenvalues of a " + n + " x " + n + " matrix did not converge");
        }
    }
}
