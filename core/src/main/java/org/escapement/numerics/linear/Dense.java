package org.escapement.numerics.linear;

import java.util.Arrays;

/**
 * A dense complex matrix, stored row by row in separate arrays for real and imaginary part. The caller owns the arrays
 * and must not change them while others use the matrix.
 *
 * @param im null for a real matrix
 */
public record Dense(int rows, int columns, double[] re, double[] im) {

    public Dense {
        if (re.length != rows * columns || im != null && im.length != re.length) {
            throw new IllegalArgumentException("need " + rows * columns + " numbers, got " + re.length);
        }
    }

    public static Dense zero(int rows, int columns, boolean real) {
        return new Dense(rows, columns, new double[rows * columns], real ? null : new double[rows * columns]);
    }

    public boolean isReal() {
        return im == null;
    }

    /** A B. */
    public Dense times(Dense b) {
        return product(this, b, false, 1);
    }

    /** A B†. */
    public Dense timesAdjoint(Dense b) {
        return product(this, b, true, -1);
    }

    /** A B^T. */
    public Dense timesTransposed(Dense b) {
        return product(this, b, true, 1);
    }

    /** The transpose. */
    public Dense transposed() {
        Dense t = zero(columns, rows, isReal());
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t.re[j * rows + i] = re[i * columns + j];
                if (im != null) t.im[j * rows + i] = im[i * columns + j];
            }
        }
        return t;
    }

    private static Dense product(Dense a, Dense b, boolean transpose, double sign) {
        int n = transpose ? b.rows : b.columns;
        Dense c = zero(a.rows, n, a.isReal() && b.isReal());
        multiply(a, a.re, b, b.re, transpose, 1, 0, c.re, n);
        if (!a.isReal() && !b.isReal()) multiply(a, a.im, b, b.im, transpose, -sign, 1, c.re, n);
        if (!a.isReal()) multiply(a, a.im, b, b.re, transpose, 1, 0, c.im, n);
        if (!b.isReal()) multiply(a, a.re, b, b.im, transpose, sign, 1, c.im, n);
        return c;
    }

    private static void multiply(
            Dense a, double[] x, Dense b, double[] y, boolean transpose, double alpha, double beta, double[] c, int n) {
        new DenseProduct(a.rows, n, a.columns, transpose, x, y, c).add(alpha, beta);
    }

    /** Inverse by LU. */
    public Dense inverse() {
        Lu lu = Lu.of(this);
        double[] columns = new double[(isReal() ? 1 : 2) * rows * rows];
        for (int i = 0; i < rows; i++) columns[(isReal() ? 1 : 2) * (i * rows + i)] = 1;
        lu.solveColumns(columns, rows);
        lu.close();
        return fromColumns(rows, rows, isReal(), columns);
    }

    /** Interleaved (for complex) column-by-column copy, LAPACK's form. */
    double[] toColumns() {
        double[] columns = new double[(isReal() ? 1 : 2) * re.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < this.columns; j++) {
                int to = j * rows + i;
                int from = i * this.columns + j;
                if (isReal()) {
                    columns[to] = re[from];
                } else {
                    columns[2 * to] = re[from];
                    columns[2 * to + 1] = im[from];
                }
            }
        }
        return columns;
    }

    static Dense fromColumns(int rows, int columns, boolean real, double[] x) {
        Dense m = zero(rows, columns, real);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int from = j * rows + i;
                m.re[i * columns + j] = real ? x[from] : x[2 * from];
                if (!real) m.im[i * columns + j] = x[2 * from + 1];
            }
        }
        return m;
    }

    /** Largest modulus of an entry. */
    public double largest() {
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, im == null ? Math.abs(re[i]) : Math.hypot(re[i], im[i]));
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dense d
                && rows == d.rows
                && columns == d.columns
                && Arrays.equals(re, d.re)
                && Arrays.equals(im, d.im);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(re) * 31 + Arrays.hashCode(im);
    }

    @Override
    public String toString() {
        return "Dense[" + rows + " x " + columns + (isReal() ? ", real]" : ", complex]");
    }
}
