package org.escapement.dynamics.exact;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.dynamics.exact.Layout.Feed;
import org.escapement.numerics.linear.Diagonals;
import org.escapement.numerics.linear.Sparse;

/**
 * The master equation on the blocks of a density matrix, K X + X K† + Σ r L X L† with K = -iH - Σ r L†L/2, applied row by
 * row without forming a superoperator.
 *
 * <p>A vector holds the real parts of all entries and, unless it is real, the imaginary parts behind them. Immutable and
 * thread-safe; {@link #apply} allocates a row for each thread, and shares out the rows of large blocks.
 */
public final class Generator {

    /** Entries of a block above which its rows are shared out. */
    private static final double LARGE = 1e5;

    private static final int STRIPS = 8;

    private final Layout layout;
    private final Diagonals[] effective;
    private final double[] rates;
    private final boolean real;
    private final int widest;

    Generator(Layout layout, Diagonals[] effective, double[] rates) {
        this.layout = layout;
        this.effective = effective;
        this.rates = rates;
        boolean allReal = true;
        int wide = 1;
        for (Diagonals d : effective) allReal &= d.isReal();
        for (Block b : layout.blocks()) {
            wide = Math.max(wide, b.columns());
            for (Feed f : layout.feeds(b)) {
                allReal &= f.left().isReal() && f.right().isReal();
                wide = Math.max(wide, f.source().columns());
            }
        }
        real = allReal;
        widest = wide;
    }

    Layout layout() {
        return layout;
    }

    Diagonals effective(int sector) {
        return effective[sector];
    }

    /** Number of entries of the density matrix; a complex vector is twice as long. */
    public int size() {
        return layout.size();
    }

    /** Whether real density matrices stay real. */
    public boolean isReal() {
        return real;
    }

    /** Additions and multiplications of one application, to a real vector where vectors may be real. */
    public double operations() {
        double products = 0;
        for (Block b : layout.blocks()) {
            double entries = (double) b.rows() * b.columns();
            products += entries * (effective[b.row()].count() + effective[b.column()].count());
            for (Feed f : layout.feeds(b)) {
                products += (double) b.rows() * f.source().columns() * f.left().count()
                        + entries * f.right().count();
            }
        }
        // Of complex vectors two parts; words of ladder operators come with real or imaginary factors.
        return 2 * products * (real ? 1 : 2);
    }

    /** Bytes that one application must at least move: each number read once, and written once to where it was read. */
    public double bytes() {
        return 24.0 * layout.size() * (real ? 1 : 2);
    }

    /** y := L x, for a real or a complex vector; a real one needs {@link #isReal}. */
    public void apply(double[] x, double[] y) {
        apply(x, y, x.length);
    }

    /** The same when the vector fills only the first numbers of the arrays. */
    public void apply(double[] x, double[] y, int length) {
        int n = layout.size();
        if (length != n && length != 2 * n || length == n && !real) {
            throw new IllegalArgumentException("a vector of " + length + " numbers for " + n + " entries");
        }
        Arrays.fill(y, 0, length, 0);
        for (Block b : layout.blocks()) {
            int strips = (double) b.rows() * b.columns() < LARGE ? 1 : STRIPS;
            if (strips == 1) {
                rows(b, 0, b.rows(), x, y, length);
                continue;
            }
            IntStream.range(0, strips)
                    .parallel()
                    .forEach(s -> rows(b, b.rows() * s / strips, b.rows() * (s + 1) / strips, x, y, length));
        }
    }

    /** Some rows of a block; each row of the image is made by itself. */
    private void rows(Block b, int from, int to, double[] x, double[] y, int length) {
        int n = layout.size();
        double[] row = new double[2 * widest];
        for (int r = from; r < to; r++) {
            if (!real) {
                complexRow(b, r, x, y, n, row);
                continue;
            }
            for (int part = 0; part < length; part += n) realRow(b, r, x, y, part, row);
        }
    }

    private void realRow(Block b, int r, double[] x, double[] y, int part, double[] row) {
        int width = b.columns();
        int at = part + b.offset() + r * width;
        effective[b.row()].addRow(r, x, part + b.offset(), width, y, at);
        effective[b.column()].addTimesAdjoint(x, at, y, at);
        for (Feed f : layout.feeds(b)) {
            int wide = f.source().columns();
            Arrays.fill(row, 0, wide, 0);
            f.left().addRow(r, x, part + f.source().offset(), wide, row, 0);
            scale(row, 0, wide, rates[f.jump()]);
            f.right().addTimesAdjoint(row, 0, y, at);
        }
    }

    private void complexRow(Block b, int r, double[] x, double[] y, int n, double[] row) {
        int width = b.columns();
        int at = b.offset() + r * width;
        effective[b.row()].addRow(r, x, b.offset(), n, width, y, at, n);
        effective[b.column()].addTimesAdjoint(x, at, n, y, at, n);
        for (Feed f : layout.feeds(b)) {
            int wide = f.source().columns();
            Arrays.fill(row, 0);
            f.left().addRow(r, x, f.source().offset(), n, wide, row, 0, widest);
            scale(row, 0, wide, rates[f.jump()]);
            scale(row, widest, wide, rates[f.jump()]);
            f.right().addTimesAdjoint(row, 0, widest, y, at, n);
        }
    }

    /** Visits the entries of the superoperator, (to, from) being places in the layout; some places come repeatedly. */
    void forEachEntry(Sparse.Visitor visitor) {
        for (Block b : layout.blocks()) {
            int width = b.columns();
            effective[b.row()].forEach((i, a, re, im) -> {
                for (int j = 0; j < width; j++) {
                    visitor.entry(b.offset() + i * width + j, b.offset() + a * width + j, re, im);
                }
            });
            effective[b.column()].forEach((j, c, re, im) -> {
                for (int i = 0; i < b.rows(); i++) {
                    visitor.entry(b.offset() + i * width + j, b.offset() + i * width + c, re, -im);
                }
            });
            for (Feed f : layout.feeds(b)) forEachEntry(b, f, visitor);
        }
    }

    private void forEachEntry(Block b, Feed f, Sparse.Visitor visitor) {
        double rate = rates[f.jump()];
        if (rate == 0) return;
        int wide = f.source().columns();
        f.left()
                .forEach((i, a, x, y) -> f.right().forEach((j, c, u, v) -> {
                    int to = b.offset() + i * b.columns() + j;
                    int from = f.source().offset() + a * wide + c;
                    visitor.entry(to, from, rate * (x * u + y * v), rate * (y * u - x * v));
                }));
    }

    /** Largest modulus of an entry of K, [rate]. */
    double largestRate() {
        double[] largest = {0};
        for (Diagonals d : effective) {
            d.forEach((r, c, x, y) -> largest[0] = Math.max(largest[0], Math.hypot(x, y)));
        }
        return largest[0];
    }

    private static void scale(double[] row, int from, int count, double factor) {
        for (int i = from; i < from + count; i++) row[i] *= factor;
    }
}
