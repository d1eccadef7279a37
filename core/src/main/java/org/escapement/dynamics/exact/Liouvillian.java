package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.ShiftInvert;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * Spectrum of the generator on the blocks coupled to a seed: the diagonal ones, or those an operator reaches. A real
 * generator that commutes with transposition is split into even and odd matrices. Dense eigenvalues for small problems,
 * shift and invert for larger ones. Immutable and safe to share.
 */
public final class Liouvillian {

    /** Even: real symmetric matrices in the gauge; odd: antisymmetric ones; all: without this symmetry. */
    public enum Parity {
        EVEN,
        ODD,
        ALL
    }

    /**
     * One eigenvalue, [rate].
     *
     * @param residual |L x - λ x| / |x|; for dense eigenvalues rounding times the size of the generator
     */
    public record Eigenvalue(double re, double im, double residual, Parity parity) {}

    /** Largest dimension for dense eigenvalues. */
    public static final int DENSE = 5200;

    /** Largest dimension for which eigenvalues near a number are read off all of them. */
    private static final int SMALL = 2000;

    private final ExactSystem system;
    private final Generator generator;

    private Liouvillian(ExactSystem system, Layout layout) {
        if (!system.isAutonomous()) {
            throw new NotApplicableException("a system with numbers that change in time has no spectrum");
        }
        this.system = system;
        this.generator = system.generator(layout);
    }

    /** On the blocks that states diagonal in the sectors reach: where the stationary state and its response live. */
    public static Liouvillian of(ExactSystem system) {
        return new Liouvillian(system, system.diagonalLayout());
    }

    /** On the blocks that an operator, such as a ladder operator of a conserved charge, fills. */
    public static Liouvillian of(ExactSystem system, Operator seed) {
        boolean[][] used =
                new boolean[system.sectors().count()][system.sectors().count()];
        system.matrix(seed)
                .forEach((r, c, x, y) ->
                        used[system.sectors().sectorOf(r)][system.sectors().sectorOf(c)] = true);
        return new Liouvillian(system, Layout.from(system.sectors(), system.jumpParts(), pairs(used)));
    }

    private static List<int[]> pairs(boolean[][] used) {
        List<int[]> pairs = new ArrayList<>();
        for (int r = 0; r < used.length; r++) {
            for (int c = 0; c < used.length; c++) if (used[r][c]) pairs.add(new int[] {r, c});
        }
        return pairs;
    }

    /** The generator on every class of coupled blocks, together on all density matrices. */
    public static List<Liouvillian> everywhere(ExactSystem system) {
        int n = system.sectors().count();
        boolean[][] done = new boolean[n][n];
        List<Liouvillian> all = new ArrayList<>();
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                if (done[r][c]) continue;
                Layout layout = Layout.coupled(system.sectors(), system.jumpParts(), r, c);
                for (Layout.Block b : layout.blocks()) done[b.row()][b.column()] = true;
                all.add(new Liouvillian(system, layout));
            }
        }
        return all;
    }

    /** Number of entries of the density matrices. */
    public int size() {
        return generator.size();
    }

    /** The parities to look at: even and odd where transposition is a symmetry. */
    public List<Parity> parities() {
        return generator.isReal() && generator.layout().isSelfAdjoint()
                ? List.of(Parity.EVEN, Parity.ODD)
                : List.of(Parity.ALL);
    }

    /** Dimension of one parity. */
    public int dimension(Parity parity) {
        return parity == Parity.ALL ? size() : transposition(parity).dimension();
    }

    private Transposition transposition(Parity parity) {
        return new Transposition(generator.layout(), parity == Parity.EVEN);
    }

    /**
     * All eigenvalues of one parity, by descending real part.
     *
     * @throws NotApplicableException when there are too many
     */
    public List<Eigenvalue> all(Parity parity) {
        int n = dimension(parity);
        if (n > DENSE) {
            throw new OutOfReachException(String.format(
                    Locale.ROOT,
                    "all %d eigenvalues need %.1f GB and about %.0f s; up to %d are computed: ask for those near a shift",
                    n,
                    32.0 * n * n / 1e9,
                    1e-9 * n * n * n,
                    DENSE));
        }
        Dense m = parity == Parity.ALL ? Spectra.matrix(generator) : packed(parity);
        Eigen e = Eigen.of(m, false);
        double rounding = 1e-16 * n * m.largest();
        List<Eigenvalue> values = new ArrayList<>();
        for (int k = 0; k < n; k++) values.add(new Eigenvalue(e.re()[k], e.im()[k], rounding, parity));
        values.sort(Comparator.comparingDouble(v -> -v.re()));
        return values;
    }

    private Dense packed(Parity parity) {
        Transposition t = transposition(parity);
        int n = t.dimension();
        LinearMap map = map(t);
        Dense m = Dense.zero(n, n, true);
        double[] e = new double[n];
        double[] image = new double[n];
        for (int j = 0; j < n; j++) {
            e[j] = 1;
            map.apply(e, image);
            e[j] = 0;
            for (int i = 0; i < n; i++) m.re()[i * n + j] = image[i];
        }
        return m;
    }

    private LinearMap map(Transposition t) {
        return onEntries(t, generator::apply);
    }

    /** A map of entries as one of coordinates. Not thread-safe. */
    private LinearMap onEntries(Transposition t, LinearMap inner) {
        int parts = 2;
        double[] x = new double[parts * size()];
        double[] y = new double[parts * size()];
        return (in, out) -> {
            boolean complex = in.length > t.dimension();
            double[] from = complex ? x : new double[size()];
            double[] to = complex ? y : new double[size()];
            t.unpack(in, from);
            inner.apply(from, to);
            t.pack(to, out);
        };
    }

    /**
     * Eigenvalues nearest a complex number, nearest first.
     *
     * @param tolerance residual asked for, [rate]
     * @throws org.escapement.numerics.ConvergenceException when the iteration stalls
     */
    public List<Eigenvalue> near(double re, double im, int count, Parity parity, double tolerance) {
        if (dimension(parity) <= SMALL) return nearestOf(all(parity), re, im, count);
        LinearMap map;
        LinearMap inverse;
        LinearMap raw = preconditioner(re, im);
        if (parity == Parity.ALL) {
            map = generator::apply;
            inverse = raw;
        } else {
            Transposition t = transposition(parity);
            map = onEntries(t, generator::apply);
            inverse = onEntries(t, raw);
        }
        int vectors = Math.max(8, 2 * count + 4);
        ShiftInvert.Problem problem = new ShiftInvert.Problem(map, inverse, dimension(parity), re, im);
        List<Eigenvalue> found = new ArrayList<>();
        for (ShiftInvert.Pair p : new ShiftInvert(tolerance, vectors, 8).nearest(problem, count, 11)) {
            found.add(new Eigenvalue(p.re(), p.im(), p.residual(), parity));
        }
        return found;
    }

    private LinearMap preconditioner(double re, double im) {
        if (TwoSites.fits(system)) return TwoSites.of(system, generator.isReal(), re, im);
        return new NoJump(generator, re, im);
    }

    private static List<Eigenvalue> nearestOf(List<Eigenvalue> all, double re, double im, int count) {
        return all.stream()
                .sorted(Comparator.comparingDouble(v -> Math.hypot(v.re() - re, v.im() - im)))
                .limit(count)
                .toList();
    }
}
