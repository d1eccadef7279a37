package org.escapement.numerics.linear;

import org.escapement.numerics.ConvergenceException;

/**
 * Eigenvalues of a real matrix with a real basis: a real eigenvalue has its eigenvector as column, a conjugate pair λ =
 * re ± i im (im > 0 first) the real and the imaginary part of the eigenvector of λ. Products with the basis stay real.
 *
 * @param basis invertible for a diagonalisable matrix
 */
public record RealEigen(double[] re, double[] im, Dense basis) {

    public static RealEigen of(Dense a) {
        int n = a.rows();
        double[] re = new double[n];
        double[] im = new double[n];
        double[] v = new double[n * n];
        int info = OpenBlas.realEigen(n, a.toColumns(), re, im, v);
        if (info != 0) {
            throw new ConvergenceException("the eigenvalues of a " + n + " x " + n + " matrix did not converge");
        }
        return new RealEigen(re, im, Dense.fromColumns(n, n, true, v));
    }

    /** Coordinates in the real basis to coordinates in the eigenvectors, along the rows of a complex matrix, in place. */
    public void toEigenvectors(Dense x) {
        for (int k = 0; k + 1 < im.length; k++) {
            if (im[k] == 0) continue;
            for (int j = 0; j < x.columns(); j++) {
                int p = k * x.columns() + j;
                int q = p + x.columns();
                double pRe = x.re()[p];
                double pIm = x.im()[p];
                double qRe = x.re()[q];
                double qIm = x.im()[q];
                x.re()[p] = (pRe + qIm) / 2;
                x.im()[p] = (pIm - qRe) / 2;
                x.re()[q] = (pRe - qIm) / 2;
                x.im()[q] = (pIm + qRe) / 2;
            }
            k++;
        }
    }

    /** The inverse of {@link #toEigenvectors}. */
    public void fromEigenvectors(Dense x) {
        for (int k = 0; k + 1 < im.length; k++) {
            if (im[k] == 0) continue;
            for (int j = 0; j < x.columns(); j++) {
                int p = k * x.columns() + j;
                int q = p + x.columns();
                double aRe = x.re()[p];
                double aIm = x.im()[p];
                double bRe = x.re()[q];
                double bIm = x.im()[q];
                x.re()[p] = aRe + bRe;
                x.im()[p] = aIm + bIm;
                x.re()[q] = bIm - aIm;
                x.im()[q] = aRe - bRe;
            }
            k++;
        }
    }
}
