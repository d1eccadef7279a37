package org.escapement.dynamics.exact;

import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Diagonals;
import org.escapement.numerics.linear.Eigen;

/**
 * The exact inverse of the part of the master equation without jumps, X ↦ K X + X K† - s X, by the eigenvectors of K in
 * each sector: a preconditioner for everything that needs the inverse of the whole. Immutable and thread-safe.
 */
final class NoJump implements LinearMap {

    private final Layout layout;
    private final Eigen[] eigen;
    private final Dense[] inverse;
    private final double shiftRe;
    private final double shiftIm;

    /** For a shift s; one with a small positive real part keeps dark states from making it singular. */
    NoJump(Generator generator, double shiftRe, double shiftIm) {
        this.layout = generator.layout();
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
        int sectors = layout.sectors().count();
        eigen = new Eigen[sectors];
        inverse = new Dense[sectors];
        for (Block b : layout.blocks()) {
            decompose(generator, b.row());
            decompose(generator, b.column());
        }
    }

    private NoJump(NoJump other, double shiftRe, double shiftIm) {
        this.layout = other.layout;
        this.eigen = other.eigen;
        this.inverse = other.inverse;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
    }

    /** The same decompositions at another shift. */
    NoJump shifted(double re, double im) {
        return new NoJump(this, re, im);
    }

    private void decompose(Generator generator, int sector) {
        if (eigen[sector] != null) return;
        eigen[sector] = Eigen.of(dense(generator.effective(sector)), true);
        inverse[sector] = eigen[sector].vectors().inverse();
    }

    private static Dense dense(Diagonals d) {
        Dense m = Dense.zero(d.rows(), d.rows(), d.isReal());
        double[] unit = new double[2 * d.rows() * d.rows()];
        int n = d.rows();
        for (int i = 0; i < n; i++) unit[i * n + i] = 1;
        double[] row = new double[2 * n];
        for (int r = 0; r < n; r++) {
            java.util.Arrays.fill(row, 0);
            d.addRow(r, unit, 0, n * n, n, row, 0, n);
            System.arraycopy(row, 0, m.re(), r * n, n);
            if (!d.isReal()) System.arraycopy(row, n, m.im(), r * n, n);
        }
        return m;
    }

    @Override
    public void apply(double[] x, double[] y) {
        boolean complex = x.length > layout.size();
        for (Block b : layout.blocks()) {
            int count = b.rows() * b.columns();
            double[] re = java.util.Arrays.copyOfRange(x, b.offset(), b.offset() + count);
            double[] im = null;
            if (complex) {
                int from = layout.size() + b.offset();
                im = java.util.Arrays.copyOfRange(x, from, from + count);
            }
            Dense solved = solve(b, new Dense(b.rows(), b.columns(), re, im));
            System.arraycopy(solved.re(), 0, y, b.offset(), count);
            if (complex) System.arraycopy(solved.im(), 0, y, layout.size() + b.offset(), count);
        }
    }

    private Dense solve(Block b, Dense x) {
        Dense inner = inverse[b.row()].times(x).timesAdjoint(inverse[b.column()]);
        Eigen left = eigen[b.row()];
        Eigen right = eigen[b.column()];
        for (int i = 0; i < b.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                int at = i * b.columns() + j;
                double re = left.re()[i] + right.re()[j] - shiftRe;
                double im = left.im()[i] - right.im()[j] - shiftIm;
                double square = re * re + im * im;
                double value = (inner.re()[at] * re + inner.im()[at] * im) / square;
                inner.im()[at] = (inner.im()[at] * re - inner.re()[at] * im) / square;
                inner.re()[at] = value;
            }
        }
        return left.vectors().times(inner).timesAdjoint(right.vectors());
    }
}
