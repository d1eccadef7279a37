package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.numerics.krylov.Rightmost;
import org.escapement.numerics.krylov.Scalars;
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

    /** Largest subspace for the leading eigenvalues. */
    private static final int MOST_VECTORS = 400;

    private static final long SEED = 5;

    private final ExactSystem system;
    private final Generator generator;
    private final NearestEigenvalues nearest;
    /** Sectors of each parity; none for complex generators of matrices that are not Hermitian. */
    private final Map<Parity, List<ReducedGenerator>> sectors = new EnumMap<>(Parity.class);

    private Liouvillian(ExactSystem system, Layout layout) {
        if (!system.isAutonomous()) {
            throw new NotApplicableException("a system with numbers that change in time has no spectrum");
        }
        this.system = system;
        if (layout.isSelfAdjoint()) {
            List<ReducedGenerator> all = system.reducedGenerators(layout);
            this.generator = all.getFirst().generator();
            this.nearest =
                    new NearestEigenvalues(system, generator, all.getFirst().decompositions());
            if (generator.isReal()) {
                sectors.put(Parity.EVEN, all.subList(0, all.size() / 2));
                sectors.put(Parity.ODD, all.subList(all.size() / 2, all.size()));
            } else {
                sectors.put(Parity.ALL, all);
            }
            return;
        }
        this.generator = system.generator(layout);
        Decompositions decompositions = new Decompositions(system, generator);
        this.nearest = new NearestEigenvalues(system, generator, decompositions);
        if (generator.isReal()) {
            Coordinates entries = Coordinates.of(generator.size(), List.of());
            sectors.put(Parity.ALL, List.of(new ReducedGenerator(generator, entries, decompositions)));
        } else {
            sectors.put(Parity.ALL, List.of());
        }
    }

    /** On the blocks that states diagonal in the sectors reach: where the stationary state and its response live. */
    public static Liouvillian of(ExactSystem system) {
        return new Liouvillian(system, system.diagonalLayout());
    }

    /** On the blocks that an operator, such as a ladder operator of a conserved charge, fills. */
    public static Liouvillian of(ExactSystem system, Operator seed) {
        return new Liouvillian(system, system.layoutFor(system.matrix(seed)));
    }

    /**
     * The generator on every class of coupled blocks, together on all density matrices; of two classes that are adjoint to
     * each other, whose eigenvalues are complex conjugate, one.
     */
    public static List<Liouvillian> everywhere(ExactSystem system) {
        int n = system.sectors().count();
        boolean[][] done = new boolean[n][n];
        List<Liouvillian> all = new ArrayList<>();
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                if (done[r][c]) continue;
                Layout layout = Layout.coupled(system.sectors(), system.jumpParts(), r, c);
                for (Layout.Block b : layout.blocks()) {
                    done[b.row()][b.column()] = true;
                    done[b.column()][b.row()] = true;
                }
                all.add(new Liouvillian(system, layout));
            }
        }
        return all;
    }

    /** Whether Hermitian matrices belong here. */
    public boolean isSelfAdjoint() {
        return generator.layout().isSelfAdjoint();
    }

    /** The master equation on all entries of the blocks. */
    public Generator generator() {
        return generator;
    }

    /** Number of entries of the density matrices. */
    public int size() {
        return generator.size();
    }

    /** The parities to look at: even and odd where transposition is a symmetry. */
    public List<Parity> parities() {
        return List.copyOf(sectors.keySet());
    }

    /** Dimension of one parity. */
    public int dimension(Parity parity) {
        List<ReducedGenerator> all = sectors.get(parity);
        return all.isEmpty()
                ? generator.size()
                : all.stream().mapToInt(ReducedGenerator::dimension).sum();
    }

    /** Dimensions of the parts of a parity that exchanges of equal sites keep apart. */
    List<Integer> dimensions(Parity parity) {
        List<ReducedGenerator> all = sectors.get(parity);
        if (all.isEmpty()) return List.of(generator.size());
        return all.stream().map(ReducedGenerator::dimension).toList();
    }

    /** The first of them. */
    ReducedGenerator sector(Parity parity) {
        return sectors.get(parity).getFirst();
    }

    /** Dimension of the largest part of a parity that is diagonalised by itself. */
    public int largestSector(Parity parity) {
        return sectors.get(parity).stream()
                .mapToInt(ReducedGenerator::dimension)
                .max()
                .orElse(generator.size());
    }

    /**
     * All eigenvalues of one parity, by descending real part.
     *
     * @throws NotApplicableException when there are too many
     */
    public List<Eigenvalue> all(Parity parity) {
        int n = largestSector(parity);
        if (n > DENSE) {
            throw new OutOfReachException(String.format(
                    Locale.ROOT,
                    "all %d eigenvalues need %.1f GB and about %.0f s; up to %d are computed: ask for those near a shift",
                    n,
                    32.0 * n * n / 1e9,
                    1e-9 * n * n * n,
                    DENSE));
        }
        List<Eigenvalue> values = new ArrayList<>();
        if (sectors.get(parity).isEmpty()) values.addAll(eigenvalues(Spectra.matrix(generator), parity));
        for (ReducedGenerator g : sectors.get(parity)) {
            if (g.dimension() > 0) values.addAll(eigenvalues(g.matrix().dense(), parity));
        }
        values.sort(Comparator.comparingDouble(v -> -v.re()));
        return values;
    }

    private static List<Eigenvalue> eigenvalues(Dense m, Parity parity) {
        Eigen e = Eigen.of(m, false);
        double rounding = 1e-16 * m.rows() * m.largest();
        List<Eigenvalue> values = new ArrayList<>();
        for (int k = 0; k < m.rows(); k++) values.add(new Eigenvalue(e.re()[k], e.im()[k], rounding, parity));
        return values;
    }

    /**
     * At least so many eigenvalues of largest real part, in descending order, a conjugate pair counting twice; all where
     * they are few.
     *
     * @param tolerance residual asked for, [rate]
     * @throws OutOfReachException when there are too many of a generator without real coordinates
     * @throws org.escapement.numerics.ConvergenceException when they do not converge
     */
    public List<Eigenvalue> leading(int count, Parity parity, double tolerance) {
        if (largestSector(parity) <= SMALL || sectors.get(parity).isEmpty()) return all(parity);
        List<Eigenvalue> found = new ArrayList<>();
        double known = Double.NEGATIVE_INFINITY;
        for (ReducedGenerator g : sectors.get(parity)) {
            double room = 0.4 * Runtime.getRuntime().maxMemory() / (8.0 * g.dimension());
            Rightmost rightmost = new Rightmost(tolerance, (int) Math.min(MOST_VECTORS, room));
            List<Rightmost.Value> values = rightmost.of(g, g.dimension(), count, SEED);
            if (values.size() < g.dimension())
                known = Math.max(known, values.getLast().re());
            values.forEach(v -> found.add(new Eigenvalue(v.re(), v.im(), v.residual(), parity)));
        }
        double from = known;
        return found.stream()
                .filter(v -> v.re() >= from)
                .sorted(Comparator.comparingDouble(v -> -v.re()))
                .toList();
    }

    /**
     * Eigenvalues nearest a complex number, nearest first.
     *
     * @param tolerance residual asked for, [rate]
     * @throws org.escapement.numerics.ConvergenceException when the iteration stalls
     */
    public List<Eigenvalue> near(double re, double im, int count, Parity parity, double tolerance) {
        return near(re, im, count, parity, tolerance, tolerance);
    }

    /**
     * The same where the nearest is wanted and the others only to know how far away they are.
     *
     * @param beyond largest residual of the others, [rate]
     */
    List<Eigenvalue> near(double re, double im, int count, Parity parity, double tolerance, double beyond) {
        List<Eigenvalue> found = new ArrayList<>();
        if (largestSector(parity) <= SMALL) {
            found.addAll(all(parity));
        } else if (sectors.get(parity).isEmpty()) {
            found.addAll(eigenvalues(nearest.ofEntries(re, im, count, tolerance), parity));
        } else {
            for (ReducedGenerator g : sectors.get(parity)) {
                found.addAll(eigenvalues(nearest.of(g, re, im, count, tolerance, beyond), parity));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(v -> Math.hypot(v.re() - re, v.im() - im)))
                .limit(count)
                .toList();
    }

    /**
     * The eigenvalue of largest real part but that of a stationary state. Where there are too many eigenvalues to know all,
     * it is looked for among those nearest to zero.
     *
     * @param tolerance residual asked for, and modulus below which an eigenvalue counts as zero, [rate]
     */
    public Eigenvalue slowest(double tolerance) {
        List<Eigenvalue> found = new ArrayList<>();
        for (Parity parity : parities()) {
            if (dimension(parity) == 0) continue;
            if (largestSector(parity) <= SMALL) found.addAll(all(parity));
            else found.addAll(near(1e-3 * scale(), 0, 8, parity, tolerance));
        }
        return found.stream()
                .filter(v -> Math.hypot(v.re(), v.im()) > Math.max(tolerance, 10 * v.residual()))
                .max(Comparator.comparingDouble(Eigenvalue::re))
                .orElseThrow(() -> new NotApplicableException("no eigenvalue but zero was found"));
    }

    private double scale() {
        double[] x = StationaryEquations.random(generator.isReal() ? size() : 2 * size(), 3);
        double[] image = new double[x.length];
        generator.apply(x, image);
        return Scalars.norm(image) / Scalars.norm(x);
    }

    private static List<Eigenvalue> eigenvalues(List<ShiftInvert.Pair> pairs, Parity parity) {
        return pairs.stream()
                .map(p -> new Eigenvalue(p.re(), p.im(), p.residual(), parity))
                .toList();
    }
}
