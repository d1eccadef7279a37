package org.escapement.dynamics.exact;

import org.escapement.numerics.linear.Dense;

/**
 * The equation A X + X B^T - s X = R for the amounts X of products of a left and a right coordinate, solved with the
 * eigenvectors of A and B. Real operators are diagonalised in real bases, so that large products stay real. Immutable.
 *
 * @param left coordinates of the rows of X, with A
 * @param right coordinates of the columns, with B
 * @param place in the layout of the row set's item i and the column set's item j, at i width + j
 */
record SylvesterEquation(SylvesterPart left, SylvesterPart right, int[] place, int width) {

    /** Number of amounts. */
    int size() {
        return left.dimension() * right.dimension();
    }

    /** Eigenvalue of A times one of B: its distance from a number. */
    double distance(int i, int j, double re, double im) {
        return Math.hypot(left.re()[i] + right.re()[j] - re, left.im()[i] + right.im()[j] - im);
    }

    /** X at a shift s; real for a real R where A and B are real and s is. */
    Dense solution(Dense r, double shiftRe, double shiftIm) {
        Dense z = left.to().times(r).timesTransposed(right.to());
        if (z.isReal()) z = new Dense(z.rows(), z.columns(), z.re(), new double[z.re().length]);
        if (isReal()) {
            left.pairs().toEigenvectors(z);
            z = z.transposed();
            right.pairs().toEigenvectors(z);
            z = z.transposed();
        }
        divide(z, shiftRe, shiftIm);
        return fromEigenvectors(z, isReal() && r.isReal() && shiftIm == 0);
    }

    /** Whether A and B are real. */
    boolean isReal() {
        return left.pairs() != null;
    }

    /** Amounts of coordinates from those of the products of eigenvectors. */
    Dense fromEigenvectors(Dense amounts, boolean toReal) {
        Dense z = amounts;
        if (isReal()) {
            left.pairs().fromEigenvectors(z);
            z = z.transposed();
            right.pairs().fromEigenvectors(z);
            z = z.transposed();
            if (toReal) z = new Dense(z.rows(), z.columns(), z.re(), null);
        }
        return left.from().times(z).timesTransposed(right.from());
    }

    private void divide(Dense z, double shiftRe, double shiftIm) {
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                int at = i * z.columns() + j;
                double re = left.re()[i] + right.re()[j] - shiftRe;
                double im = left.im()[i] + right.im()[j] - shiftIm;
                double square = re * re + im * im;
                double value = (z.re()[at] * re + z.im()[at] * im) / square;
                z.im()[at] = (z.im()[at] * re - z.re()[at] * im) / square;
                z.re()[at] = value;
            }
        }
    }
}
