package org.escapement.numerics.linear;

/**
 * A complex square matrix whose entries lie in a band around the diagonal, in split arrays, with elimination by partial
 * pivoting inside the band. Mutable workspace: one per thread, never shared.
 */
public final class ComplexBand {

    private final int size;
    private final int reach;
    private final int width;
    private final double[] re;
    private final double[] im;

    /** @param reach largest distance of an entry from the diagonal */
    public ComplexBand(int size, int reach) {
        this.size = size;
        this.reach = Math.min(reach, Math.max(0, size - 1));
        // Exchanging rows lets the upper part grow to twice the reach.
        this.width = 3 * this.reach + 1;
        this.re = new double[size * width];
        this.im = new double[size * width];
    }

    public int size() {
        return size;
    }

    public void clear() {
        java.util.Arrays.fill(re, 0);
        java.util.Arrays.fill(im, 0);
    }

    private int at(int i, int j) {
        return i * width + j - i + reach;
    }

    /** Adds to an entry with |i - j| not above the reach. */
    public void add(int i, int j, double x, double y) {
        re[at(i, j)] += x;
        im[at(i, j)] += y;
    }

    /**
     * Solves this X = B for several columns stored row by row; B is overwritten by X and this matrix by its factors.
     *
     * @throws ArithmeticException when the matrix is singular to rounding
     */
    public void solve(double[] bRe, double[] bIm, int columns) {
        for (int k = 0; k < size; k++) {
            exchange(k, pivot(k), bRe, bIm, columns);
            eliminate(k, bRe, bIm, columns);
        }
        for (int k = size - 1; k >= 0; k--) substitute(k, bRe, bIm, columns);
    }

    private int pivot(int k) {
        int best = k;
        double largest = 0;
        for (int i = k; i <= Math.min(size - 1, k + reach); i++) {
            double s = Math.abs(re[at(i, k)]) + Math.abs(im[at(i, k)]);
            if (s > largest) {
                largest = s;
                best = i;
            }
        }
        if (!(largest > 0)) throw new ArithmeticException("a singular matrix at column " + k);
        return best;
    }

    private void exchange(int k, int p, double[] bRe, double[] bIm, int columns) {
        if (p == k) return;
        int last = Math.min(size - 1, k + 2 * reach);
        for (int j = k; j <= last; j++) {
            swap(re, at(k, j), at(p, j));
            swap(im, at(k, j), at(p, j));
        }
        for (int c = 0; c < columns; c++) {
            swap(bRe, k * columns + c, p * columns + c);
            swap(bIm, k * columns + c, p * columns + c);
        }
    }

    private static void swap(double[] x, int i, int j) {
        double y = x[i];
        x[i] = x[j];
        x[j] = y;
    }

    private void eliminate(int k, double[] bRe, double[] bIm, int columns) {
        int diagonal = at(k, k);
        double norm = re[diagonal] * re[diagonal] + im[diagonal] * im[diagonal];
        double ir = re[diagonal] / norm;
        double ii = -im[diagonal] / norm;
        int length = Math.min(size - 1, k + 2 * reach) - k;
        for (int i = k + 1; i <= Math.min(size - 1, k + reach); i++) {
            int row = at(i, k);
            double ar = re[row];
            double ai = im[row];
            if (ar == 0 && ai == 0) continue;
            double fr = ar * ir - ai * ii;
            double fi = ar * ii + ai * ir;
            subtract(re, im, row + 1, diagonal + 1, length, fr, fi);
            subtract(bRe, bIm, i * columns, k * columns, columns, fr, fi);
        }
    }

    private static void subtract(double[] re, double[] im, int to, int from, int length, double fr, double fi) {
        for (int c = 0; c < length; c++) {
            double sr = re[from + c];
            double si = im[from + c];
            re[to + c] -= fr * sr - fi * si;
            im[to + c] -= fr * si + fi * sr;
        }
    }

    private void substitute(int k, double[] bRe, double[] bIm, int columns) {
        int diagonal = at(k, k);
        int row = k * columns;
        for (int j = k + 1; j <= Math.min(size - 1, k + 2 * reach); j++) {
            double fr = re[at(k, j)];
            double fi = im[at(k, j)];
            if (fr != 0 || fi != 0) subtract(bRe, bIm, row, j * columns, columns, fr, fi);
        }
        double pr = re[diagonal];
        double pi = im[diagonal];
        double norm = pr * pr + pi * pi;
        for (int c = 0; c < columns; c++) {
            double x = bRe[row + c];
            double y = bIm[row + c];
            bRe[row + c] = (x * pr + y * pi) / norm;
            bIm[row + c] = (y * pr - x * pi) / norm;
        }
    }
}
