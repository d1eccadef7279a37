package org.escapement.dynamics.exact;

import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.RealEigen;

/**
 * The inverse of L_A ⊗ 1 + 1 ⊗ L_B - s for two sites in one sector, L_A and L_B being what acts on one site alone: a
 * Sylvester equation for the density matrix read as a matrix from site B's entries to site A's. A preconditioner that
 * knows the jumps of both sites; only their coupling is missing.
 *
 * <p>With real generators, site matrices of even and odd transposition parity are kept apart, so that each equation has a
 * quarter of the size, and all large products are real. Immutable and thread-safe.
 */
final class TwoSites implements LinearMap {

    /** One site's parity block (or all of it): coordinates and eigenvectors. */
    private record Side(Dense to, Dense from, double[] re, double[] im, RealEigen pairs) {}

    private final int a;
    private final int b;
    private final boolean real;
    private final Side[] left;
    private final Side[] right;
    private final double shiftRe;
    private final double shiftIm;

    private TwoSites(int a, int b, boolean real, Side[] left, Side[] right, double shiftRe, double shiftIm) {
        this.a = a;
        this.b = b;
        this.real = real;
        this.left = left;
        this.right = right;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
    }

    /** Whether a system has the form: two sites, one sector, single-site states without copies, no single-atom jumps. */
    static boolean fits(ExactSystem system) {
        return system.space().sites().size() == 2
                && system.sectors().count() == 1
                && system.jumps().stream()
                        .allMatch(j -> j.jump().scope() == org.escapement.model.JumpOperator.Scope.COLLECTIVE)
                && Math.max(
                                system.space().sites().get(0).dimension(),
                                system.space().sites().get(1).dimension())
                        <= 64;
    }

    /** Decomposes both sites' generators. */
    static TwoSites of(ExactSystem system, boolean real, double shiftRe, double shiftIm) {
        int a = system.space().sites().get(0).dimension();
        int b = system.space().sites().get(1).dimension();
        Dense la = new SiteLocal(system, 0).matrix();
        Dense lb = new SiteLocal(system, 1).matrix();
        boolean bothReal = real && la.isReal() && lb.isReal();
        return new TwoSites(a, b, bothReal, sides(la, a, bothReal), sides(lb, b, bothReal), shiftRe, shiftIm);
    }

    /** The same decompositions at another shift. */
    TwoSites shifted(double re, double im) {
        return new TwoSites(a, b, real, left, right, re, im);
    }

    private static Side[] sides(Dense l, int n, boolean real) {
        if (!real) {
            Eigen e = Eigen.of(l, true);
            return new Side[] {new Side(e.vectors().inverse(), e.vectors(), e.re(), e.im(), null)};
        }
        SiteParity parity = new SiteParity(n);
        return new Side[] {side(parity.block(l, true)), side(parity.block(l, false))};
    }

    private static Side side(Dense block) {
        RealEigen e = RealEigen.of(block);
        return new Side(e.basis().inverse(), e.basis(), e.re(), e.im(), e);
    }

    @Override
    public void apply(double[] x, double[] y) {
        int n = a * a * b * b;
        boolean complex = x.length > n;
        Dense r = Dense.zero(a * a, b * b, !complex);
        reorder(x, r, true);
        Dense solved = real ? solveByParity(r) : solve(left[0], right[0], r);
        reorder(y, solved, false);
    }

    private Dense solveByParity(Dense r) {
        SiteParity rows = new SiteParity(a);
        SiteParity columns = new SiteParity(b);
        Dense solved = Dense.zero(r.rows(), r.columns(), r.isReal());
        for (int p = 0; p < 2; p++) {
            Dense half = rows.rows(r, p == 0);
            for (int q = 0; q < 2; q++) {
                Dense part = columns.columns(half, q == 0);
                // A matrix of one total parity has two of the four parts only.
                if (part.largest() == 0) continue;
                Dense image = solve(left[p], right[q], part);
                rows.addRows(columns.fromColumns(image, q == 0), p == 0, solved);
            }
        }
        return solved;
    }

    private Dense solve(Side l, Side m, Dense r) {
        Dense inner = l.to.times(r).timesAdjoint(m.to);
        Dense z = inner.isReal()
                ? new Dense(inner.rows(), inner.columns(), inner.re(), new double[inner.re().length])
                : inner;
        if (real) {
            l.pairs.toEigenvectors(z);
            z = transposed(z);
            m.pairs.toEigenvectors(z);
            z = transposed(z);
        }
        divide(l, m, z);
        if (real) {
            l.pairs.fromEigenvectors(z);
            z = transposed(z);
            m.pairs.fromEigenvectors(z);
            z = transposed(z);
            if (r.isReal()) z = new Dense(z.rows(), z.columns(), z.re(), null);
        }
        return l.from.times(z).timesAdjoint(m.from);
    }

    private void divide(Side l, Side m, Dense z) {
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                int at = i * z.columns() + j;
                // Columns carry the adjoint of B's eigenvectors unless coordinates are real.
                double re = l.re[i] + m.re[j] - shiftRe;
                double im = l.im[i] + (real ? m.im[j] : -m.im[j]) - shiftIm;
                double square = re * re + im * im;
                double value = (z.re()[at] * re + z.im()[at] * im) / square;
                z.im()[at] = (z.im()[at] * re - z.re()[at] * im) / square;
                z.re()[at] = value;
            }
        }
    }

    private static Dense transposed(Dense z) {
        Dense t = Dense.zero(z.columns(), z.rows(), false);
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                t.re()[j * z.rows() + i] = z.re()[i * z.columns() + j];
                t.im()[j * z.rows() + i] = z.im()[i * z.columns() + j];
            }
        }
        return t;
    }

    /** Between ρ[(a,b),(a',b')] and R[(a,a'),(b,b')], or (b',b) unless real. */
    private void reorder(double[] flat, Dense r, boolean toSites) {
        int n = a * a * b * b;
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                for (int k = 0; k < a; k++) {
                    for (int l = 0; l < b; l++) {
                        int from = ((i * b + j) * a + k) * b + l;
                        // L_B acts by X L_B^T. Written with adjoints this is (conj L_B) on the right, and conj L_B is
                        // L_B on transposed site matrices, because it keeps Hermitian matrices Hermitian.
                        int column = real ? j * b + l : l * b + j;
                        int to = (i * a + k) * b * b + column;
                        if (toSites) {
                            r.re()[to] = flat[from];
                            if (!r.isReal()) r.im()[to] = flat[n + from];
                        } else {
                            flat[from] = r.re()[to];
                            if (!r.isReal()) flat[n + from] = r.im()[to];
                        }
                    }
                }
            }
        }
    }
}
