package org.escapement.numerics.linear;

/**
 * A small dense complex matrix in split arrays, row by row, with in-place elimination by partial pivoting. Mutable
 * workspace: one per thread, never shared.
 */
public final class ComplexMatrix {

    private final int rows;
    private final int columns;
    private final double[] re;
    private final double[] im;

    public ComplexMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.re = new double[rows * columns];
        this.im = new double[rows * columns];
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public void clear() {
        java.util.Arrays.fill(re, 0);
        java.util.Arrays.fill(im, 0);
    }

    public double re(int i, int j) {
        return re[i * columns + j];
    }

    public double im(int i, int j) {
        return im[i * columns + j];
    }

    public Complex get(int i, int j) {
        return new Complex(re(i, j), im(i, j));
    }

    public void add(int i, int j, double x, double y) {
        re[i * columns + j] += x;
        im[i * columns + j] += y;
    }

    public void set(int i, int j, Complex z) {
        re[i * columns + j] = z.re();
        im[i * columns + j] = z.im();
    }

    /**
     * Solves this X = B; B is overwritten by X and this matrix by its factors.
     *
     * @throws ArithmeticException when the matrix is singular to rounding
     */
    public void solve(ComplexMatrix b) {
        for (int k = 0; k < rows; k++) {
            pivot(k, b);
            eliminate(k, b);
        }
        for (int k = rows - 1; k >= 0; k--) substitute(k, b);
    }

    private void pivot(int k, ComplexMatrix b) {
        int best = k;
        double size = 0;
        for (int i = k; i < rows; i++) {
            double s = Math.abs(re[i * columns + k]) + Math.abs(im[i * columns + k]);
            if (s > size) {
                size = s;
                best = i;
            }
        }
        if (!(size > 0)) throw new ArithmeticException("a singular matrix at column " + k);
        if (best != k) {
            swapRows(k, best);
            b.swapRows(k, best);
        }
    }

    private void swapRows(int i, int j) {
        for (int c = 0; c < columns; c++) {
            double x = re[i * columns + c];
            re[i * columns + c] = re[j * columns + c];
            re[j * columns + c] = x;
            double y = im[i * columns + c];
            im[i * columns + c] = im[j * columns + c];
            im[j * columns + c] = y;
        }
    }

    private void eliminate(int k, ComplexMatrix b) {
        double pr = re[k * columns + k];
        double pi = im[k * columns + k];
        double size = pr * pr + pi * pi;
        double ir = pr / size;
        double ii = -pi / size;
        for (int i = k + 1; i < rows; i++) {
            double ar = re[i * columns + k];
            double ai = im[i * columns + k];
            if (ar == 0 && ai == 0) continue;
            double fr = ar * ir - ai * ii;
            double fi = ar * ii + ai * ir;
            subtract(re, im, i * columns, k * columns, k + 1, columns, fr, fi);
            subtract(b.re, b.im, i * b.columns, k * b.columns, 0, b.columns, fr, fi);
        }
    }

    private static void subtract(
            double[] re, double[] im, int target, int source, int from, int to, double fr, double fi) {
        for (int c = from; c < to; c++) {
            double sr = re[source + c];
            double si = im[source + c];
            re[target + c] -= fr * sr - fi * si;
            im[target + c] -= fr * si + fi * sr;
        }
    }

    private void substitute(int k, ComplexMatrix b) {
        double pr = re[k * columns + k];
        double pi = im[k * columns + k];
        double size = pr * pr + pi * pi;
        int row = k * b.columns;
        for (int j = k + 1; j < rows; j++) {
            double fr = re[k * columns + j];
            double fi = im[k * columns + j];
            if (fr != 0 || fi != 0) subtract(b.re, b.im, row, j * b.columns, 0, b.columns, fr, fi);
        }
        for (int c = 0; c < b.columns; c++) {
            double x = b.re[row + c];
            double y = b.im[row + c];
            b.re[row + c] = (x * pr + y * pi) / size;
            b.im[row + c] = (y * pr - x * pi) / size;
        }
    }
}
