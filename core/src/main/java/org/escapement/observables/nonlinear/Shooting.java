package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LeastSquaresNewton;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.observables.Accuracy;

/**
 * Single shooting: finds state y and period T with y(T) = y, starting near a given pair. The step keeps y - start
 * perpendicular to the flow and the constants of motion at their values; along families of orbits it stays near the
 * start.
 */
final class Shooting {

    private static final int ITERATIONS = 40;
    static final double NEUTRAL = 1e-4;

    private final Flow flow;
    private final Accuracy accuracy;

    Shooting(Flow flow, Accuracy accuracy) {
        this.flow = flow;
        this.accuracy = accuracy;
    }

    /** The orbit near a state, if the iteration converges. */
    Optional<PeriodicOrbit> near(double[] start, double period, List<Expression> averaged) {
        return near(start, period, start, averaged);
    }

    /** The same with the constants of motion of another state. */
    Optional<PeriodicOrbit> near(double[] start, double period, double[] levels, List<Expression> averaged) {
        double[] x = Arrays.copyOf(start, start.length + 1);
        x[start.length] = period;
        double reach = 30 * Math.max(accuracy.relative(), accuracy.absolute());
        LeastSquaresNewton.Solution s =
                LeastSquaresNewton.solve(new Closing(start, period, flow.conserved(levels)), x, reach, ITERATIONS);
        double allowed = Math.max(1e-9, 1000 * reach);
        double[] end = s.x();
        if (!(s.residual() <= allowed) || !(end[start.length] > 0.2 * period && end[start.length] < 5 * period)) {
            return Optional.empty();
        }
        return Optional.of(describe(Arrays.copyOf(end, start.length), end[start.length], averaged));
    }

    /** Everything about a closed orbit. */
    private PeriodicOrbit describe(double[] y, double period, List<Expression> averaged) {
        int n = flow.dimension();
        double[][] monodromy = new double[n][n];
        double[] after = propagate(y, period, monodromy);
        double[] f = flow.rates(y);
        double[] moved = DenseAlgebra.multiply(monodromy, f);
        double error = DenseAlgebra.distance(moved, f) / DenseAlgebra.norm(f);
        List<Complex> multipliers = multipliers(y, f, monodromy);
        long units = multipliers.stream()
                .filter(m -> m.distance(new Complex(1, 0)) < NEUTRAL)
                .count();
        double[] gap = flow.difference(after, y);
        int[] turns = new int[n];
        for (int i = 0; i < n; i++) turns[i] = (int) Math.rint((after[i] - y[i] - gap[i]) / (2 * Math.PI));
        return new PeriodicOrbit(
                y,
                period,
                periodError(y, period, f),
                DenseAlgebra.norm(gap),
                multipliers,
                error,
                (int) units - 1 - flow.constants(),
                turns,
                averages(y, period, averaged));
    }

    private List<Complex> multipliers(double[] y, double[] f, double[][] monodromy) {
        double[][] rows = Arrays.copyOf(flow.conservedGradients(y), flow.constants() + 1);
        rows[flow.constants()] = f;
        double[][] rest = DenseAlgebra.complement(rows, flow.dimension());
        List<Complex> all = new ArrayList<>(DenseAlgebra.eigenvalues(DenseAlgebra.restrict(monodromy, rest)));
        for (int i = 0; i <= flow.constants(); i++) all.add(new Complex(1, 0));
        all.sort((a, b) -> {
            int c = Double.compare(b.modulus(), a.modulus());
            return c != 0 ? c : Double.compare(b.im(), a.im());
        });
        return all;
    }

    /** How far the end of the orbit shifts along the flow when the tolerances are 100 times wider. */
    private double periodError(double[] y, double period, double[] f) {
        Accuracy coarse = accuracy.withTolerances(100 * accuracy.relative(), 100 * accuracy.absolute());
        OdeOutcome fine = Flow.integrator(flow.system(), accuracy).integrate(0, y, period);
        OdeOutcome rough = Flow.integrator(flow.system(), coarse).integrate(0, y, period);
        double shift = DenseAlgebra.dot(flow.difference(fine.state(), rough.state()), f);
        return Math.abs(shift) / DenseAlgebra.dot(f, f);
    }

    private double[] averages(double[] y, double period, List<Expression> averaged) {
        if (averaged.isEmpty()) return new double[0];
        double[] start = Arrays.copyOf(y, y.length + averaged.size());
        OdeOutcome outcome = Flow.integrator(flow.system(averaged), accuracy).integrate(0, start, period);
        double[] end = Arrays.copyOfRange(outcome.state(), y.length, start.length);
        for (int i = 0; i < end.length; i++) end[i] /= period;
        return end;
    }

    /** State after a time and its derivative with respect to the start; null when the integration fails. */
    private double[] propagate(double[] y, double time, double[][] derivative) {
        int n = flow.dimension();
        double[] start = Arrays.copyOf(y, n * (n + 1));
        for (int v = 0; v < n; v++) start[n + v * n + v] = 1;
        OdeOutcome outcome = Flow.integrator(flow.variational(n), accuracy).integrate(0, start, time);
        if (!outcome.succeeded()) return null;
        double[] end = outcome.state();
        for (int v = 0; v < n; v++) {
            for (int i = 0; i < n; i++) derivative[i][v] = end[n + v * n + i];
        }
        return Arrays.copyOf(end, n);
    }

    /** y(T) - y = 0, y - start perpendicular to the flow, constants of motion unchanged. */
    private final class Closing implements LeastSquaresNewton.System {
        private final int n = flow.dimension();
        private final double[] start;
        private final double[] along;
        private final double[] levels;
        private final double longest;

        Closing(double[] start, double period, double[] levels) {
            this.start = start.clone();
            this.along = flow.rates(start);
            double speed = DenseAlgebra.norm(along);
            for (int i = 0; i < n; i++) along[i] /= speed;
            this.levels = levels.clone();
            this.longest = 10 * period;
        }

        @Override
        public int unknowns() {
            return n + 1;
        }

        @Override
        public int equations() {
            return n + 1 + levels.length;
        }

        @Override
        public boolean evaluate(double[] x, double[] residual, double[][] jacobian) {
            double period = x[n];
            if (!(period > 0 && period < longest)) return false;
            double[] y = Arrays.copyOf(x, n);
            double[][] m = new double[n][n];
            double[] after = propagate(y, period, m);
            if (after == null) return false;
            double[] gap = flow.difference(after, y);
            double[] f = flow.rates(after);
            for (int i = 0; i < n; i++) {
                residual[i] = gap[i];
                jacobian[i] = Arrays.copyOf(m[i], n + 1);
                jacobian[i][i] -= 1;
                jacobian[i][n] = f[i];
            }
            residual[n] = 0;
            for (int i = 0; i < n; i++) residual[n] = Math.fma(along[i], y[i] - start[i], residual[n]);
            jacobian[n] = Arrays.copyOf(along, n + 1);
            double[] now = flow.conserved(y);
            double[][] gradients = flow.conservedGradients(y);
            for (int k = 0; k < levels.length; k++) {
                residual[n + 1 + k] = now[k] - levels[k];
                jacobian[n + 1 + k] = Arrays.copyOf(gradients[k], n + 1);
            }
            return true;
        }
    }
}
