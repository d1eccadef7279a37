package org.escapement.numerics.linear;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** LU factors of a square matrix with row exchanges, kept outside the heap until closed. Not thread-safe. */
public final class Lu implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final int n;
    private final boolean complex;
    private final MemorySegment factors;
    private final MemorySegment pivots;
    private final int firstZero;

    private Lu(int n, boolean complex, double[] columns) {
        this.n = n;
        this.complex = complex;
        factors = OpenBlas.copy(arena, columns);
        pivots = arena.allocate(JAVA_INT, Math.max(1, n));
        firstZero = OpenBlas.factorise(n, complex, factors, pivots);
    }

    /** Factorises; a singular matrix is factorised too, see {@link #isSingular}. */
    public static Lu of(Dense a) {
        if (a.rows() != a.columns()) throw new IllegalArgumentException("not square: " + a);
        return ofColumns(a.rows(), !a.isReal(), a.toColumns());
    }

    /** The same for a matrix stored column by column, interleaved if complex. */
    public static Lu ofColumns(int n, boolean complex, double[] columns) {
        return new Lu(n, complex, columns);
    }

    /** Whether a pivot is exactly zero, so that nothing can be solved. */
    public boolean isSingular() {
        return firstZero > 0;
    }

    /** Smallest over largest modulus of a pivot: near rounding for a numerically singular matrix. */
    public double pivotRatio() {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        int parts = complex ? 2 : 1;
        for (long i = 0; i < n; i++) {
            long at = parts * (i * n + i);
            double re = factors.getAtIndex(java.lang.foreign.ValueLayout.JAVA_DOUBLE, at);
            double im = complex ? factors.getAtIndex(java.lang.foreign.ValueLayout.JAVA_DOUBLE, at + 1) : 0;
            double size = Math.hypot(re, im);
            smallest = Math.min(smallest, size);
            largest = Math.max(largest, size);
        }
        return largest == 0 ? 0 : smallest / largest;
    }

    /** Replaces right-hand sides, stored column by column and interleaved if complex, by solutions. */
    public void solveColumns(double[] b, int count) {
        if (isSingular()) throw new ArithmeticException("the matrix is singular");
        OpenBlas.solve(n, complex, false, factors, pivots, count, b);
    }

    /** The same with the conjugate transpose. */
    public void solveAdjointColumns(double[] b, int count) {
        if (isSingular()) throw new ArithmeticException("the matrix is singular");
        OpenBlas.solve(n, complex, true, factors, pivots, count, b);
    }

    /** Replaces one right-hand side, imaginary parts behind the real ones if complex, by the solution. */
    public void solve(double[] b) {
        double[] interleaved = interleave(b);
        solveColumns(interleaved, 1);
        separate(interleaved, b);
    }

    /** The same with the conjugate transpose. */
    public void solveAdjoint(double[] b) {
        double[] interleaved = interleave(b);
        solveAdjointColumns(interleaved, 1);
        separate(interleaved, b);
    }

    private double[] interleave(double[] b) {
        if (!complex) return b.clone();
        double[] x = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[2 * i] = b[i];
            x[2 * i + 1] = b[n + i];
        }
        return x;
    }

    private void separate(double[] x, double[] b) {
        for (int i = 0; i < n; i++) {
            b[i] = complex ? x[2 * i] : x[i];
            if (complex) b[n + i] = x[2 * i + 1];
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
