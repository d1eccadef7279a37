package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Locale;
import org.escapement.numerics.krylov.Gmres;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.Scalars;

/**
 * A generator inverted by GMRES; at s = 0 the term u Tr with u = 1/d makes it regular. Begins with one preconditioner and
 * joins the second to it where that does not suffice.
 */
final class KrylovInverse implements GeneratorInverse {

    static final int VECTORS = 200;
    private static final int MOST = 4000;
    /** Steps with the first preconditioner alone. */
    private static final int ALONE = 15;

    private final ReducedGenerator generator;
    private final List<LinearMap> preconditioners;
    private final List<String> names;
    private final double[] trace;
    private final double[] unit;
    private final double rates;
    private final double shiftRe;
    private final double shiftIm;
    private boolean joined;

    /**
     * Prepares nothing: the preconditioners are the preparation.
     *
     * @param preconditioners one or two
     * @param trace coordinates whose scalar product with a matrix is its trace; null where no matrix has one, or with a
     *     shift
     * @param rates size of the generator
     */
    KrylovInverse(
            ReducedGenerator generator,
            List<LinearMap> preconditioners,
            List<String> names,
            double[] trace,
            double rates,
            double shiftRe,
            double shiftIm) {
        this.generator = generator;
        this.preconditioners = preconditioners;
        this.names = names;
        this.trace = trace;
        this.unit = trace == null ? null : trace.clone();
        if (unit != null) Scalars.scale(unit, 1 / Scalars.real(trace, trace));
        this.rates = rates;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
        this.joined = false;
    }

    private Scalars scalars() {
        return shiftIm == 0 ? Scalars.REAL : Scalars.COMPLEX;
    }

    private void shifted(double[] x, double[] y) {
        generator.apply(x, y);
        if (shiftRe != 0 || shiftIm != 0) scalars().add(y, -shiftRe, -shiftIm, x);
    }

    private void apply(double[] x, double[] y) {
        shifted(x, y);
        if (trace == null) return;
        double t = Scalars.real(trace, x);
        Scalars.REAL.add(y, rates * t, 0, unit);
    }

    @Override
    public Solution solve(double[] b, double tolerance) {
        double[] x = new double[b.length];
        int used = 0;
        if (!joined) {
            boolean single = preconditioners.size() == 1;
            Gmres alone = new Gmres(scalars(), VECTORS, tolerance, single ? MOST : ALONE);
            Gmres.Result r = alone.solve(this::apply, preconditioners.getFirst(), b);
            if (single || r.converged()) return new Solution(r.x(), r.residual(), r.iterations());
            x = r.x();
            used = r.iterations();
            joined = true;
        }
        LinearMap both = new Twofold(this::shifted, preconditioners.get(0), preconditioners.get(1));
        Gmres.Result r = new Gmres(scalars(), VECTORS, tolerance, MOST).solve(this::apply, both, b, x);
        return new Solution(r.x(), r.residual(), used + r.iterations());
    }

    @Override
    public Solution stationary(double tolerance) {
        double[] b = unit.clone();
        Scalars.scale(b, rates);
        Solution s = solve(b, tolerance);
        double[] x = s.x();
        Scalars.scale(x, 1 / Scalars.real(trace, x));
        double[] image = new double[x.length];
        generator.apply(x, image);
        return new Solution(x, Scalars.norm(image) / (rates * Scalars.norm(x)), s.iterations());
    }

    @Override
    public String method() {
        return String.format(
                Locale.ROOT,
                "GMRES, %d unknowns, preconditioned by the inverse of %s",
                generator.dimension(),
                joined ? String.join(" and of ", names) : names.getFirst());
    }

    @Override
    public void close() {
        for (LinearMap m : preconditioners) if (m instanceof Preconditioner p) p.close();
    }
}
