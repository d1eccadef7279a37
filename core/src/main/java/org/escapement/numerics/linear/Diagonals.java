package org.escapement.numerics.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A matrix stored by diagonals, for products with the rows of a dense matrix: words of ladder operators fill few
 * diagonals, and products along a diagonal run through memory in order. Immutable.
 */
public final class Diagonals {

    /** The entries (r, r + offset) for r from {@code from} below {@code to}; a null part is zero. */
    private record Diagonal(int offset, int from, int to, double[] re, double[] im) {}

    private final int rows;
    private final Diagonal[] diagonals;
    private final boolean real;

    private Diagonals(int rows, Diagonal[] diagonals, boolean real) {
        this.rows = rows;
        this.diagonals = diagonals;
        this.real = real;
    }

    public static Diagonals of(Sparse matrix) {
        Map<Integer, double[][]> byOffset = new TreeMap<>();
        boolean real = matrix.isReal();
        matrix.forEach((r, c, x, y) -> {
            double[][] values = byOffset.computeIfAbsent(c - r, o -> new double[2][matrix.rows()]);
            values[0][r] = x;
            values[1][r] = y;
        });
        List<Diagonal> all = new ArrayList<>();
        byOffset.forEach((offset, v) -> {
            int from = Math.max(0, -offset);
            int to = Math.min(matrix.rows(), matrix.columns() - offset);
            all.add(new Diagonal(offset, from, to, orNull(v[0]), orNull(v[1])));
        });
        return new Diagonals(matrix.rows(), all.toArray(new Diagonal[0]), real);
    }

    /** The sum of matrices of one shape with real weights. */
    public static Diagonals combination(List<Diagonals> parts, double[] weights) {
        Map<Integer, double[][]> byOffset = new TreeMap<>();
        Map<Integer, Diagonal> shape = new TreeMap<>();
        for (int p = 0; p < weights.length; p++) {
            for (Diagonal d : parts.get(p).diagonals) {
                shape.put(d.offset, d);
                double[][] sum = byOffset.computeIfAbsent(d.offset, o -> new double[2][]);
                sum[0] = plus(sum[0], weights[p], d.re);
                sum[1] = plus(sum[1], weights[p], d.im);
            }
        }
        List<Diagonal> all = new ArrayList<>();
        boolean real = true;
        for (Diagonal d : shape.values()) {
            double[][] sum = byOffset.get(d.offset);
            real &= sum[1] == null;
            all.add(new Diagonal(d.offset, d.from, d.to, sum[0], sum[1]));
        }
        return new Diagonals(parts.getFirst().rows, all.toArray(new Diagonal[0]), real);
    }

    private static double[] plus(double[] sum, double weight, double[] more) {
        if (more == null) return sum;
        double[] total = sum == null ? new double[more.length] : sum;
        for (int i = 0; i < total.length; i++) total[i] = Math.fma(weight, more[i], total[i]);
        return total;
    }

    private static double[] orNull(double[] values) {
        for (double v : values) if (v != 0) return values;
        return null;
    }

    public int rows() {
        return rows;
    }

    /** Number of diagonals with an entry. */
    public int count() {
        return diagonals.length;
    }

    public boolean isReal() {
        return real;
    }

    /** Visits the entries that are not zero, diagonal by diagonal. */
    public void forEach(Sparse.Visitor visitor) {
        for (Diagonal d : diagonals) {
            for (int r = d.from; r < d.to; r++) {
                double x = d.re == null ? 0 : d.re[r];
                double y = d.im == null ? 0 : d.im[r];
                if (x != 0 || y != 0) visitor.entry(r, r + d.offset, x, y);
            }
        }
    }

    /** y += sum_a A(row, a) X(a, :), real parts; rows of X have the given width and begin at {@code xAt}. */
    public void addRow(int row, double[] x, int xAt, int width, double[] y, int yAt) {
        for (Diagonal d : diagonals) {
            if (row < d.from || row >= d.to || d.re == null) continue;
            double v = d.re[row];
            if (v != 0) axpy(v, x, xAt + (row + d.offset) * width, y, yAt, width);
        }
    }

    /** The same for complex matrices; imaginary parts lie {@code xShift} and {@code yShift} behind the real ones. */
    public void addRow(int row, double[] x, int xAt, int xShift, int width, double[] y, int yAt, int yShift) {
        for (Diagonal d : diagonals) {
            if (row < d.from || row >= d.to) continue;
            int from = xAt + (row + d.offset) * width;
            double re = d.re == null ? 0 : d.re[row];
            double im = d.im == null ? 0 : d.im[row];
            if (re != 0) {
                axpy(re, x, from, y, yAt, width);
                axpy(re, x, from + xShift, y, yAt + yShift, width);
            }
            if (im != 0) {
                axpy(-im, x, from + xShift, y, yAt, width);
                axpy(im, x, from, y, yAt + yShift, width);
            }
        }
    }

    /** y(b) += sum_a x(a) A(b, a), real parts: a row times the transpose. */
    public void addTimesAdjoint(double[] x, int xAt, double[] y, int yAt) {
        for (Diagonal d : diagonals) {
            if (d.re != null) multiply(d, d.re, 1, x, xAt, y, yAt);
        }
    }

    /** The same with the conjugate transpose of a complex matrix. */
    public void addTimesAdjoint(double[] x, int xAt, int xShift, double[] y, int yAt, int yShift) {
        for (Diagonal d : diagonals) {
            if (d.re != null) {
                multiply(d, d.re, 1, x, xAt, y, yAt);
                multiply(d, d.re, 1, x, xAt + xShift, y, yAt + yShift);
            }
            if (d.im != null) {
                multiply(d, d.im, 1, x, xAt + xShift, y, yAt);
                multiply(d, d.im, -1, x, xAt, y, yAt + yShift);
            }
        }
    }

    private static void axpy(double v, double[] x, int xAt, double[] y, int yAt, int width) {
        for (int i = 0; i < width; i++) y[yAt + i] = Math.fma(v, x[xAt + i], y[yAt + i]);
    }

    private static void multiply(Diagonal d, double[] v, double sign, double[] x, int xAt, double[] y, int yAt) {
        int shift = xAt + d.offset;
        if (sign > 0) {
            for (int b = d.from; b < d.to; b++) y[yAt + b] = Math.fma(v[b], x[shift + b], y[yAt + b]);
        } else {
            for (int b = d.from; b < d.to; b++) y[yAt + b] = Math.fma(-v[b], x[shift + b], y[yAt + b]);
        }
    }
}
