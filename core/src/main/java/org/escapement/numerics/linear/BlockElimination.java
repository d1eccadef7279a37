package org.escapement.numerics.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * LU factors of a sparse real matrix minus a shift, A - s, by dense elimination of one level after the other, the last
 * first: A_(l-1) becomes A_(l-1) - U A_l⁻¹ L with the sparse couplings U and L. A rank-one term within level 0 can make a
 * singular matrix regular. Factors lie outside the heap until closed; one factorisation serves many right-hand sides.
 * Vectors hold imaginary parts behind the real ones where the shift is complex. Not thread-safe.
 */
public final class BlockElimination implements AutoCloseable {

    /** A term column times row, between rows of level 0. */
    public record Border(double[] column, double[] row) {}

    /** Couplings of a level's rows to those of a neighbouring one, by places within the levels. */
    private record Coupling(int[] row, int[] column, double[] value) {}

    private final Levels levels;
    private final boolean complex;
    private final double shiftRe;
    private final double shiftIm;
    private final List<Lu> factors = new ArrayList<>();
    /** For level l: from rows of level l to columns of l - 1, and from rows of l - 1 to columns of l. */
    private final Coupling[] lower;

    private final Coupling[] upper;
    private final int[] place;

    /**
     * Factorises.
     *
     * @param border at most one, of the length of level 0
     * @throws ArithmeticException when a level's matrix is singular
     */
    public BlockElimination(Sparse a, Levels levels, double shiftRe, double shiftIm, Border... border) {
        if (!levels.coversAll()) throw new IllegalArgumentException("the levels do not cover the matrix");
        this.levels = levels;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
        this.complex = shiftIm != 0;
        this.place = places(a.rows());
        this.lower = new Coupling[levels.count()];
        this.upper = new Coupling[levels.count()];
        for (int l = 1; l < levels.count(); l++) {
            lower[l] = coupling(a, l, l - 1);
            upper[l] = coupling(a, l - 1, l);
        }
        try {
            factorise(a, border);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private int[] places(int rows) {
        int[] all = new int[rows];
        for (int l = 0; l < levels.count(); l++) {
            int[] members = levels.members(l);
            for (int i = 0; i < members.length; i++) all[members[i]] = i;
        }
        return all;
    }

    private Coupling coupling(Sparse a, int rowLevel, int columnLevel) {
        int[] rows = new int[64];
        int[] columns = new int[64];
        double[] values = new double[64];
        int count = 0;
        for (int r : levels.members(rowLevel)) {
            for (int k = a.start()[r]; k < a.start()[r + 1]; k++) {
                int c = a.column()[k];
                if (levels.of(c) != columnLevel) continue;
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * count);
                    columns = Arrays.copyOf(columns, 2 * count);
                    values = Arrays.copyOf(values, 2 * count);
                }
                rows[count] = place[r];
                columns[count] = place[c];
                values[count++] = a.re()[k];
            }
        }
        return new Coupling(Arrays.copyOf(rows, count), Arrays.copyOf(columns, count), Arrays.copyOf(values, count));
    }

    private void factorise(Sparse a, Border[] border) {
        Lu[] made = new Lu[levels.count()];
        double[] schur = diagonal(a, levels.count() - 1);
        try {
            for (int l = levels.count() - 1; l >= 0; l--) {
                if (l == 0) for (Border b : border) add(schur, b);
                made[l] = Lu.ofColumns(levels.members(l).length, complex, schur);
                if (made[l].isSingular()) throw new ArithmeticException("the matrix of level " + l + " is singular");
                if (l > 0) schur = reduced(a, l, made[l]);
            }
        } finally {
            Stream.of(made).filter(f -> f != null).forEach(factors::add);
        }
    }

    /** The diagonal block of a level minus the shift, column by column, interleaved if complex. */
    private double[] diagonal(Sparse a, int l) {
        int[] members = levels.members(l);
        int n = members.length;
        int parts = complex ? 2 : 1;
        double[] block = new double[Math.multiplyExact(parts * n, n)];
        for (int r : members) {
            for (int k = a.start()[r]; k < a.start()[r + 1]; k++) {
                int c = a.column()[k];
                if (levels.of(c) == l) block[parts * (place[c] * n + place[r])] = a.re()[k];
            }
        }
        for (int i = 0; i < n; i++) {
            block[parts * (i * n + i)] -= shiftRe;
            if (complex) block[2 * (i * n + i) + 1] -= shiftIm;
        }
        return block;
    }

    private void add(double[] block, Border b) {
        int n = levels.members(0).length;
        int parts = complex ? 2 : 1;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) block[parts * (j * n + i)] += b.column[i] * b.row[j];
        }
    }

    /** A_(l-1) - U A_l⁻¹ L, solving only for the columns of L that have entries. */
    private double[] reduced(Sparse a, int l, Lu factor) {
        int n = levels.members(l).length;
        int below = levels.members(l - 1).length;
        int parts = complex ? 2 : 1;
        int[] slot = new int[below];
        Arrays.fill(slot, -1);
        int used = 0;
        for (int c : lower[l].column) if (slot[c] < 0) slot[c] = used++;
        double[] x = new double[Math.multiplyExact(parts * n, Math.max(used, 1))];
        Coupling low = lower[l];
        for (int k = 0; k < low.row.length; k++) x[parts * (slot[low.column[k]] * n + low.row[k])] = low.value[k];
        factor.solveColumns(x, used);
        double[] schur = diagonal(a, l - 1);
        Coupling up = upper[l];
        for (int c = 0; c < below; c++) {
            if (slot[c] < 0) continue;
            int from = parts * slot[c] * n;
            int to = parts * c * below;
            for (int k = 0; k < up.row.length; k++) {
                for (int part = 0; part < parts; part++) {
                    schur[to + parts * up.row[k] + part] -= up.value[k] * x[from + parts * up.column[k] + part];
                }
            }
        }
        return schur;
    }

    /** The factor of a level; they are made from the last level down. */
    private Lu factor(int l) {
        return factors.get(l);
    }

    public Levels levels() {
        return levels;
    }

    /** Replaces b, real or complex, by the solution of (A - s) x = b. */
    public void solve(double[] b) {
        inParts(b, part -> solve(part, upper, lower, false));
    }

    /** Replaces b by the solution of (A - s)† x = b. */
    public void solveAdjoint(double[] b) {
        inParts(b, part -> solve(part, lower, upper, true));
    }

    /** A complex vector and a real matrix: real and imaginary part one after the other. */
    private void inParts(double[] b, Consumer<double[]> solver) {
        int n = place.length;
        if (b.length != (complex ? 2 * n : n) && b.length != 2 * n) {
            throw new IllegalArgumentException("a vector of " + b.length + " numbers for " + n + " rows");
        }
        if (complex || b.length == n) {
            solver.accept(b);
            return;
        }
        for (int from = 0; from < b.length; from += n) {
            double[] part = Arrays.copyOfRange(b, from, from + n);
            solver.accept(part);
            System.arraycopy(part, 0, b, from, n);
        }
    }

    private void solve(double[] b, Coupling[] up, Coupling[] low, boolean adjoint) {
        int top = levels.count() - 1;
        double[][] z = new double[top + 1][];
        for (int l = 0; l <= top; l++) z[l] = gather(b, l);
        for (int l = top; l >= 0; l--) {
            apply(factor(l), z[l], adjoint);
            if (l > 0) subtract(up[l], adjoint, z[l], z[l - 1]);
        }
        for (int l = 1; l <= top; l++) {
            double[] step = new double[z[l].length];
            subtract(low[l], adjoint, z[l - 1], step);
            apply(factor(l), step, adjoint);
            for (int i = 0; i < step.length; i++) z[l][i] += step[i];
        }
        for (int l = 0; l <= top; l++) scatter(z[l], l, b);
    }

    private static void apply(Lu factor, double[] x, boolean adjoint) {
        if (adjoint) factor.solveAdjointColumns(x, 1);
        else factor.solveColumns(x, 1);
    }

    /** y -= C x, or its transpose. */
    private void subtract(Coupling c, boolean transposed, double[] x, double[] y) {
        int[] to = transposed ? c.column : c.row;
        int[] from = transposed ? c.row : c.column;
        int parts = complex ? 2 : 1;
        for (int k = 0; k < to.length; k++) {
            for (int part = 0; part < parts; part++) y[parts * to[k] + part] -= c.value[k] * x[parts * from[k] + part];
        }
    }

    private double[] gather(double[] b, int l) {
        int[] members = levels.members(l);
        int half = b.length / 2;
        double[] z = new double[(complex ? 2 : 1) * members.length];
        for (int i = 0; i < members.length; i++) {
            if (complex) {
                z[2 * i] = b[members[i]];
                z[2 * i + 1] = b[half + members[i]];
            } else {
                z[i] = b[members[i]];
            }
        }
        return z;
    }

    private void scatter(double[] z, int l, double[] b) {
        int[] members = levels.members(l);
        int half = b.length / 2;
        for (int i = 0; i < members.length; i++) {
            if (complex) {
                b[members[i]] = z[2 * i];
                b[half + members[i]] = z[2 * i + 1];
            } else {
                b[members[i]] = z[i];
            }
        }
    }

    @Override
    public void close() {
        factors.forEach(Lu::close);
        factors.clear();
    }
}
