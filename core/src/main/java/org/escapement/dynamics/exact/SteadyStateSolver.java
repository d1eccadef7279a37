package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.Gmres;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.Lu;
import org.escapement.numerics.random.RandomStream;

/**
 * Stationary states of the master equation: L(ρ) + u Tr ρ = u with u = 1/d has the stationary state of unit trace as its
 * only solution when that state is unique. Dense LU for small problems, GMRES with the inverse of the no-jump part for
 * larger ones. The residual is computed anew, and a second solution decides whether the state is unique.
 */
public final class SteadyStateSolver {

    /** Largest number of entries for dense LU: 8 or 16 n² bytes and n³ operations. */
    private static final int DENSE = 2600;
    /** Number of unknowns up to which a degenerate null space is computed. */
    private static final int NULL_SPACE = 3000;

    private static final double UNIQUE = 1e-11;
    private static final int KRYLOV_VECTORS = 200;

    private final ExactSystem system;
    private final Generator generator;
    private final Layout layout;
    private final double[] unit;
    private final double[] trace;
    private final double rates;

    public SteadyStateSolver(ExactSystem system) {
        if (!system.isAutonomous()) {
            throw new NotApplicableException(
                    "a system with numbers that change in time, such as a classical oscillator, "
                            + "has no stationary density matrix here: evolve it in time");
        }
        this.system = system;
        this.layout = system.diagonalLayout();
        this.generator = system.generator(layout);
        boolean complex = !generator.isReal();
        this.trace = system.reading(Operator.identity(), layout).vector(complex);
        this.unit = new double[trace.length];
        for (int i = 0; i < unit.length; i++) unit[i] = trace[i] / system.dimension();
        this.rates = size();
    }

    /** Number of real unknowns. */
    public int unknowns() {
        return unit.length;
    }

    /** The largest entry of L(u) and of the no-jump rates sets the scale of residuals. */
    private double size() {
        double[] random = random(3);
        double[] image = new double[random.length];
        generator.apply(random, image);
        return Scalars.norm(image) / Scalars.norm(random);
    }

    private double[] random(long seed) {
        double[] x = new double[unit.length];
        for (int i = 0; i < x.length; i++) x[i] = (2 * RandomStream.uniform(seed, i, 0) - 1);
        return x;
    }

    /**
     * Finds the stationary state to a relative residual.
     *
     * @throws ConvergenceException when the iteration stalls
     */
    public SteadyState solve(double tolerance) {
        SteadyState found = layout.size() <= DENSE ? direct() : iterative(tolerance);
        if (found instanceof SteadyState.Unique u) requireCutOff(u.state());
        return found;
    }

    /** The stationary state where there is one. */
    public SteadyState.Unique unique(double tolerance) {
        return switch (solve(tolerance)) {
            case SteadyState.Unique u -> u;
            case SteadyState.Degenerate d ->
                throw new ModelException(
                        "the stationary state is not unique: " + d.basis().size()
                                + " independent ones (residual " + d.residual()
                                + "); evolve from an initial state to find the one it leads to");
        };
    }

    private void requireCutOff(DensityMatrix state) {
        double top = state.topPopulation();
        if (top > system.options().topPopulation()) {
            throw new ModelException("the highest Fock state has a population of " + top + ", more than the accepted "
                    + system.options().topPopulation() + ": raise the cut-off "
                    + system.options().cutOffs());
        }
    }

    /** y := L x + u Tr x on Hermitian x, whose trace is real. */
    private void bordered(double[] x, double[] y) {
        generator.apply(x, y);
        double t = dot(trace, x);
        for (int i = 0; i < y.length; i++) y[i] += unit[i] * t;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private SteadyState direct() {
        int n = layout.size();
        Dense m = Spectra.matrix(generator);
        for (int i = 0; i < n; i++) {
            if (unit[i] == 0) continue;
            for (int j = 0; j < n; j++) m.re()[i * n + j] += unit[i] * trace[j];
        }
        try (Lu lu = Lu.of(m)) {
            double separation = lu.isSingular() ? 0 : separation(lu);
            if (separation < UNIQUE) return degenerate();
            double[] x = unit.clone();
            lu.solve(x);
            return accepted(x, separation, "dense LU, " + n + " unknowns");
        }
    }

    /** Smallest singular value by inverse iteration, relative to the size of the rates. */
    private double separation(Lu lu) {
        double[] v = random(17);
        double norm = Scalars.norm(v);
        for (int k = 0; k < 6; k++) {
            for (int i = 0; i < v.length; i++) v[i] /= norm;
            lu.solveAdjoint(v);
            lu.solve(v);
            norm = Scalars.norm(v);
            if (!(norm < 1e300)) return 0;
        }
        return 1 / Math.sqrt(norm) / rates;
    }

    private SteadyState.Unique accepted(double[] x, double separation, String method) {
        hermitise(x);
        double t = dot(trace, x);
        for (int i = 0; i < x.length; i++) x[i] /= t;
        return new SteadyState.Unique(DensityMatrix.of(system, layout, x), residual(x), separation, method);
    }

    /** |L(x)| / (rates |x|). */
    private double residual(double[] x) {
        double[] image = new double[x.length];
        generator.apply(x, image);
        return Scalars.norm(image) / (rates * Scalars.norm(x));
    }

    /** x := (x + x†)/2, which removes what rounding adds. */
    private void hermitise(double[] x) {
        int n = layout.size();
        for (Layout.Block b : layout.blocks()) {
            Layout.Block mirror = layout.block(b.column(), b.row());
            if (mirror == null || mirror.index() < b.index()) continue;
            for (int i = 0; i < b.rows(); i++) {
                for (int j = 0; j < b.columns(); j++) {
                    int p = b.offset() + i * b.columns() + j;
                    int q = mirror.offset() + j * mirror.columns() + i;
                    double re = (x[p] + x[q]) / 2;
                    x[p] = re;
                    x[q] = re;
                    if (x.length == n) continue;
                    double im = (x[n + p] - x[n + q]) / 2;
                    x[n + p] = im;
                    x[n + q] = -im;
                }
            }
        }
    }

    private SteadyState degenerate() {
        int n = layout.size();
        if (n > NULL_SPACE) {
            throw new ModelException("the stationary state is not unique; its " + n
                    + " unknowns are too many for the basis of all of them: take a smaller size");
        }
        Eigen e = Eigen.of(Spectra.matrix(generator), true);
        List<DensityMatrix> basis = new ArrayList<>();
        double worst = 0;
        for (int k = 0; k < n; k++) {
            if (Math.hypot(e.re()[k], e.im()[k]) > 1e-9 * rates) continue;
            for (double[] x : hermitianParts(e.vectors(), k)) {
                if (!isIndependent(x, basis)) continue;
                worst = Math.max(worst, residual(x));
                basis.add(DensityMatrix.of(system, layout, x));
            }
        }
        return new SteadyState.Degenerate(basis, worst, "dense eigenvalues, " + n + " unknowns");
    }

    /** X + X† and i(X - X†) of a column. */
    private List<double[]> hermitianParts(Dense vectors, int column) {
        int n = layout.size();
        double[] first = new double[unit.length];
        double[] second = new double[unit.length];
        for (int i = 0; i < n; i++) {
            double re = vectors.re()[i * n + column];
            double im = vectors.im()[i * n + column];
            first[i] = re;
            second[i] = -im;
            if (unit.length == n) continue;
            first[n + i] = im;
            second[n + i] = re;
        }
        if (unit.length > n) {
            hermitise(first);
            hermitise(second);
        }
        return List.of(first, second);
    }

    private static boolean isIndependent(double[] x, List<DensityMatrix> basis) {
        double size = Scalars.norm(x);
        for (DensityMatrix b : basis) {
            double overlap = dot(b.entries(), x);
            for (int i = 0; i < x.length; i++) x[i] -= overlap * b.entries()[i];
        }
        double left = Scalars.norm(x);
        for (int i = 0; i < x.length; i++) x[i] /= left;
        return left > 1e-6 * Math.max(size, 1e-300) && left > 1e-8;
    }

    private SteadyState iterative(double tolerance) {
        requireMemory();
        boolean twoSites = TwoSites.fits(system);
        LinearMap preconditioner = twoSites
                ? TwoSites.of(system, generator.isReal(), 1e-3 * rates, 0)
                : new NoJump(generator, 1e-3 * rates, 0);
        Gmres gmres = new Gmres(Scalars.REAL, KRYLOV_VECTORS, 0.1 * tolerance, 4000);
        Gmres.Result solved = gmres.solve(this::bordered, preconditioner, unit);
        if (solved.residual() > 1e3 * tolerance) throw stalled(solved);
        double[] probe = random(29);
        hermitise(probe);
        Gmres.Result second =
                new Gmres(Scalars.REAL, KRYLOV_VECTORS, 1e-3, 2000).solve(this::bordered, preconditioner, probe);
        double separation = second.converged() ? Scalars.norm(probe) / (rates * Scalars.norm(second.x())) : 0;
        if (separation < UNIQUE) return degenerate();
        String method = String.format(
                Locale.ROOT,
                "GMRES, %d unknowns, %d iterations, %s preconditioner",
                unit.length,
                solved.iterations(),
                twoSites ? "two-site" : "no-jump");
        return accepted(solved.x(), separation, method);
    }

    private void requireMemory() {
        double needed = 8.0 * unit.length * (KRYLOV_VECTORS + 10);
        double there = Runtime.getRuntime().maxMemory();
        if (needed <= 0.9 * there) return;
        throw new NotApplicableException(String.format(
                Locale.ROOT,
                "the stationary state has %d unknowns; solving for it needs %.1f GB and %.1f GB are allowed: "
                        + "take a smaller size, or trajectories over a long time",
                unit.length,
                needed / 1e9,
                there / 1e9));
    }

    private ConvergenceException stalled(Gmres.Result r) {
        return new ConvergenceException("the stationary state of " + unit.length + " unknowns stalled at a residual of "
                + r.residual() + " after " + r.iterations() + " iterations");
    }
}
