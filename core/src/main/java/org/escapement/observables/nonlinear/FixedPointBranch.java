package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LeastSquaresNewton;
import org.escapement.observables.nonlinear.Branch.Ending;

/** Follows f(y, p) = 0 along its arclength in (y, p), constants of motion kept at the values of the start. */
final class FixedPointBranch {

    private static final double REST = 1e-11;
    private static final double ZERO = 1e-6;

    private final Continuation path;
    private final List<Branch.Point<FixedPoint>> points = new ArrayList<>();
    private final List<Branch.Event> events = new ArrayList<>();
    private List<Expression> slopes;
    private double[] levels;

    FixedPointBranch(Continuation path) {
        this.path = path;
    }

    Branch<FixedPoint> follow(double[] start, boolean upward) {
        Flow flow = path.family().at(path.point());
        slopes = path.family().parameterDerivatives(flow.rateExpressions(), path.parameter());
        Optional<FixedPoint> first = FixedPoints.of(flow).near(start);
        if (first.isEmpty()) return end(Ending.STEP_TOO_SMALL, "no fixed point near the start");
        levels = flow.conserved(first.get().state());
        points.add(new Branch.Point<>(path.start(), first.get()));
        double[] x = join(first.get().state(), path.start());
        double[] along = new double[x.length];
        along[x.length - 1] = upward ? 1 : -1;
        return follow(x, tangent(x, along));
    }

    private Branch<FixedPoint> follow(double[] start, double[] direction) {
        double[] x = start;
        double[] along = direction;
        double step = path.step();
        int n = x.length - 1;
        while (points.size() < path.mostPoints()) {
            Optional<double[]> next = correct(x, along, step);
            if (next.isEmpty()) {
                step /= 2;
                if (step < path.smallest()) return end(Ending.STEP_TOO_SMALL, "no solution with the smallest step");
                continue;
            }
            double p = next.get()[n];
            if (!path.inRange(p)) {
                finish(x, next.get());
                return end(Ending.END_OF_RANGE, "reached the end of the range");
            }
            if (!path.region().test(Arrays.copyOf(next.get(), n))) {
                return end(Ending.LEFT_REGION, "the fixed point leaves the physical region");
            }
            double[] turned = tangent(next.get(), along);
            note(x, along, next.get(), turned, step);
            x = next.get();
            along = turned;
            step = Math.min(1.5 * step, path.largest());
        }
        return end(Ending.MOST_POINTS, "used up the points allowed");
    }

    /** Adds the point at the end of the range, if the branch goes there. */
    private void finish(double[] x, double[] beyond) {
        double end = beyond[x.length - 1] > path.to() ? path.to() : path.from();
        path.at(end)
                .flatMap(flow -> FixedPoints.of(flow).near(Arrays.copyOf(x, x.length - 1)))
                .ifPresent(p -> points.add(new Branch.Point<>(end, p)));
    }

    private void note(double[] x, double[] along, double[] next, double[] turned, double step) {
        int n = x.length - 1;
        FixedPoint last = points.getLast().solution();
        FixedPoint found = FixedPoints.of(path.at(next[n]).orElseThrow()).describe(Arrays.copyOf(next, n));
        if (along[n] * turned[n] < 0) {
            events.add(new Branch.Event(Branch.Kind.FOLD, fold(x, along, step)));
        } else if (last.growing(ZERO) != found.growing(ZERO)) {
            events.add(new Branch.Event(
                    Branch.Kind.STABILITY, 0.5 * (points.getLast().parameter() + next[n])));
        }
        points.add(new Branch.Point<>(next[n], found));
    }

    /** Parameter at the turning point, by halving the step until the tangent has no component along the parameter. */
    private double fold(double[] x, double[] along, double step) {
        int n = x.length - 1;
        double a = 0;
        double b = step;
        double value = x[n];
        for (int i = 0; i < 50; i++) {
            double middle = 0.5 * (a + b);
            Optional<double[]> there = correct(x, along, middle);
            if (there.isEmpty()) break;
            value = there.get()[n];
            if (tangent(there.get(), along)[n] * along[n] > 0) a = middle;
            else b = middle;
        }
        return value;
    }

    private static double[] join(double[] y, double p) {
        double[] x = Arrays.copyOf(y, y.length + 1);
        x[y.length] = p;
        return x;
    }

    /** Direction of the branch, on the side of another direction. */
    private double[] tangent(double[] x, double[] like) {
        int n = x.length - 1;
        int rows = n + levels.length;
        double[][] jacobian = new double[rows][n + 1];
        new OnBranch(x, new double[n + 1], 0).fill(x, new double[rows + 1], jacobian);
        double[] t = DenseAlgebra.nullVector(jacobian);
        if (DenseAlgebra.dot(t, like) < 0) {
            for (int i = 0; i <= n; i++) t[i] = -t[i];
        }
        return t;
    }

    private Optional<double[]> correct(double[] x, double[] along, double step) {
        double[] guess = x.clone();
        for (int i = 0; i < x.length; i++) guess[i] += step * along[i];
        OnBranch system = new OnBranch(x, along, step);
        LeastSquaresNewton.Solution s = LeastSquaresNewton.solve(system, guess, REST / 10, 30);
        return s.residual() <= REST && s.moved() < step ? Optional.of(s.x()) : Optional.empty();
    }

    private Branch<FixedPoint> end(Ending ending, String why) {
        String where = points.isEmpty()
                ? ""
                : " at " + path.parameter() + " = " + points.getLast().parameter();
        return Continuation.ended(points, events, ending, why + where);
    }

    /** At rest, constants of motion kept, a step ahead along the tangent. */
    private final class OnBranch implements LeastSquaresNewton.System {
        private final double[] from;
        private final double[] along;
        private final double step;

        OnBranch(double[] from, double[] along, double step) {
            this.from = from;
            this.along = along;
            this.step = step;
        }

        @Override
        public int unknowns() {
            return from.length;
        }

        @Override
        public int equations() {
            return from.length + levels.length;
        }

        @Override
        public boolean evaluate(double[] x, double[] residual, double[][] jacobian) {
            if (!fill(x, residual, jacobian)) return false;
            int last = residual.length - 1;
            residual[last] = -step;
            for (int i = 0; i < x.length; i++) residual[last] = Math.fma(along[i], x[i] - from[i], residual[last]);
            jacobian[last] = along.clone();
            return Double.isFinite(DenseAlgebra.norm(residual));
        }

        /** All rows but the last. */
        boolean fill(double[] x, double[] residual, double[][] jacobian) {
            int n = x.length - 1;
            double[] y = Arrays.copyOf(x, n);
            Optional<Flow> at = path.at(x[n]);
            if (at.isEmpty() || at.get().constants() != levels.length) return false;
            Flow flow = at.get();
            double[] f = flow.rates(y);
            double[][] j = flow.jacobian(y);
            double[] slope = new double[n];
            flow.quantities(slopes).at(y, slope);
            for (int i = 0; i < n; i++) {
                residual[i] = f[i];
                jacobian[i] = join(j[i], slope[i]);
            }
            double[] now = flow.conserved(y);
            double[][] gradients = flow.conservedGradients(y);
            for (int k = 0; k < levels.length; k++) {
                residual[n + k] = now[k] - levels[k];
                jacobian[n + k] = join(gradients[k], 0);
            }
            return true;
        }
    }
}
