package org.escapement.numerics.linear;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A sparse complex matrix, stored row by row with ascending columns. Immutable for those who do not hold the arrays.
 *
 * @param start index of the first entry of each row, and the number of entries at the end
 */
public record Sparse(int rows, int columns, int[] start, int[] column, double[] re, double[] im) {

    /** Receives the entries of a matrix one by one. */
    public interface Visitor {
        void entry(int row, int column, double re, double im);
    }

    public int entries() {
        return column.length;
    }

    /** Whether no entry has an imaginary part. */
    public boolean isReal() {
        for (double x : im) if (x != 0) return false;
        return true;
    }

    /** Visits all entries, row by row. */
    public void forEach(Visitor visitor) {
        for (int r = 0; r < rows; r++) {
            for (int k = start[r]; k < start[r + 1]; k++) visitor.entry(r, column[k], re[k], im[k]);
        }
    }

    public Sparse adjoint() {
        SparseBuilder b = new SparseBuilder(columns, rows);
        forEach((r, c, x, y) -> b.add(c, r, x, -y));
        return b.build();
    }

    /** This times a complex number. */
    public Sparse times(double factorRe, double factorIm) {
        SparseBuilder b = new SparseBuilder(rows, columns);
        forEach((r, c, x, y) -> b.add(r, c, x * factorRe - y * factorIm, x * factorIm + y * factorRe));
        return b.build();
    }

    public Sparse plus(Sparse other) {
        SparseBuilder b = new SparseBuilder(rows, columns);
        forEach(b::add);
        other.forEach(b::add);
        return b.build();
    }

    public Sparse times(Sparse other) {
        SparseBuilder b = new SparseBuilder(rows, other.columns);
        forEach((r, c, x, y) -> {
            for (int k = other.start[c]; k < other.start[c + 1]; k++) {
                double u = other.re[k];
                double v = other.im[k];
                b.add(r, other.column[k], x * u - y * v, x * v + y * u);
            }
        });
        return b.build();
    }

    /** y := A x for a complex vector in two arrays. */
    public void multiply(double[] xRe, double[] xIm, double[] yRe, double[] yIm) {
        for (int r = 0; r < rows; r++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int k = start[r]; k < start[r + 1]; k++) {
                int c = column[k];
                sumRe += re[k] * xRe[c] - im[k] * xIm[c];
                sumIm += re[k] * xIm[c] + im[k] * xRe[c];
            }
            yRe[r] = sumRe;
            yIm[r] = sumIm;
        }
    }

    /** y := A x for complex vectors whose imaginary parts lie {@code shift} behind the real ones. */
    public void multiply(double[] x, double[] y, int shift) {
        for (int r = 0; r < rows; r++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int k = start[r]; k < start[r + 1]; k++) {
                int c = column[k];
                sumRe += re[k] * x[c] - im[k] * x[shift + c];
                sumIm += re[k] * x[shift + c] + im[k] * x[c];
            }
            y[r] = sumRe;
            y[shift + r] = sumIm;
        }
    }

    /** y := A x, real parts only. */
    public void multiply(double[] x, double[] y) {
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int k = start[r]; k < start[r + 1]; k++) sum += re[k] * x[column[k]];
            y[r] = sum;
        }
    }

    /** The dense form; real if no entry has an imaginary part. */
    public Dense dense() {
        Dense d = Dense.zero(rows, columns, isReal());
        forEach((r, c, x, y) -> {
            d.re()[r * columns + c] = x;
            if (!d.isReal()) d.im()[r * columns + c] = y;
        });
        return d;
    }

    /** The same with every part of every entry mapped. */
    public Sparse map(DoubleUnaryOperator f) {
        return new Sparse(
                rows,
                columns,
                start,
                column,
                Arrays.stream(re).map(f).toArray(),
                Arrays.stream(im).map(f).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sparse s
                && rows == s.rows
                && columns == s.columns
                && Arrays.equals(start, s.start)
                && Arrays.equals(column, s.column)
                && Arrays.equals(re, s.re)
                && Arrays.equals(im, s.im);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(column) * 31 + Arrays.hashCode(re);
    }

    @Override
    public String toString() {
        return "Sparse[" + rows + " x " + columns + ", " + entries() + " entries]";
    }
}
