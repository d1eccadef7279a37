package org.escapement.dynamics.exact;

import java.util.Arrays;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.BlockElimination;
import org.escapement.numerics.linear.BlockElimination.Border;

/**
 * A generator inverted by direct elimination of levels, with steps of refinement. At s = 0 the elimination ends in a level
 * that keeps the trace: the rest of the matrix there is singular with the trace as left null vector, and a term column
 * times trace makes it regular.
 */
final class Elimination implements GeneratorInverse {

    private static final int REFINEMENTS = 3;

    private final ReducedGenerator generator;
    private final EliminationPlan plan;
    private final BlockElimination factors;
    private final double shiftRe;
    private final double shiftIm;
    private final double[] trace;
    private final double[] column;
    private final double rates;
    private double[] state;

    /**
     * Factorises.
     *
     * @param trace coordinates whose scalar product with a matrix is its trace; null where no matrix has one, or with a
     *     shift, so that nothing keeps the generator from being inverted
     * @param rates size of the generator
     * @throws ArithmeticException when a level turns out singular
     */
    Elimination(
            ReducedGenerator generator,
            EliminationPlan plan,
            double[] trace,
            double rates,
            double shiftRe,
            double shiftIm) {
        this.generator = generator;
        this.plan = plan;
        this.trace = trace;
        this.rates = rates;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
        this.column = new double[generator.dimension()];
        if (trace == null) {
            factors = new BlockElimination(plan.matrix(), plan.levels(), shiftRe, shiftIm);
            return;
        }
        int[] first = plan.levels().members(0);
        double[] row = new double[first.length];
        double square = 0;
        for (int i = 0; i < first.length; i++) {
            row[i] = trace[first[i]];
            square += row[i] * row[i];
        }
        double scale = rates / square;
        double[] inLevel = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            inLevel[i] = scale * row[i];
            column[first[i]] = inLevel[i];
        }
        factors = new BlockElimination(plan.matrix(), plan.levels(), 0, 0, new Border(inLevel, row));
    }

    /** (L - s) x, with the term in level 0 where there is a trace. */
    private void apply(double[] x, double[] y) {
        generator.apply(x, y);
        if (trace == null) {
            (shiftIm == 0 ? Scalars.REAL : Scalars.COMPLEX).add(y, -shiftRe, -shiftIm, x);
            return;
        }
        double t = levelTrace(x);
        for (int i : plan.levels().members(0)) y[i] += column[i] * t;
    }

    /** Trace of what lies in level 0. */
    private double levelTrace(double[] x) {
        double t = 0;
        for (int i : plan.levels().members(0)) t += trace[i] * x[i];
        return t;
    }

    private Solution refined(double[] b, double tolerance) {
        double[] x = new double[b.length];
        double[] r = b.clone();
        double[] best = x;
        double error = Double.POSITIVE_INFINITY;
        double size = Scalars.norm(b);
        int steps = 0;
        while (steps <= REFINEMENTS) {
            double[] step = r.clone();
            factors.solve(step);
            double[] next = x.clone();
            for (int i = 0; i < next.length; i++) next[i] += step[i];
            apply(next, r);
            for (int i = 0; i < r.length; i++) r[i] = b[i] - r[i];
            double now = size == 0 ? 0 : Scalars.norm(r) / size;
            if (!(now < error)) break;
            best = next;
            error = now;
            x = next;
            steps++;
            if (error <= 0.01 * tolerance) break;
        }
        return new Solution(best, error, steps);
    }

    @Override
    public Solution solve(double[] b, double tolerance) {
        Solution s = refined(b, tolerance);
        if (trace == null) return s;
        // Level 0 has no trace now; what the whole has is carried by the stationary state.
        double[] rho = state();
        double t = Scalars.real(trace, s.x());
        double[] x = s.x();
        for (int i = 0; i < x.length; i++) x[i] -= t * rho[i];
        double[] image = new double[x.length];
        generator.apply(x, image);
        for (int i = 0; i < x.length; i++) image[i] -= b[i];
        double size = Scalars.norm(b);
        return new Solution(x, size == 0 ? 0 : Scalars.norm(image) / size, s.iterations());
    }

    private double[] state() {
        if (state == null) state = stationary(1e-14).x();
        return state;
    }

    /** Part of the stationary trace that level 0 holds: a small one loses digits. */
    double levelWeight() {
        return levelTrace(state());
    }

    @Override
    public Solution stationary(double tolerance) {
        if (trace == null) throw new IllegalStateException("a shifted generator has no stationary state");
        Solution s = refined(column, 0);
        double[] x = s.x();
        double t = Scalars.real(trace, x);
        for (int i = 0; i < x.length; i++) x[i] /= t;
        double[] image = new double[x.length];
        generator.apply(x, image);
        return new Solution(x, Scalars.norm(image) / (rates * Scalars.norm(x)), s.iterations());
    }

    @Override
    public String method() {
        return plan.inWords();
    }

    @Override
    public void close() {
        factors.close();
        Arrays.fill(column, 0);
    }
}
