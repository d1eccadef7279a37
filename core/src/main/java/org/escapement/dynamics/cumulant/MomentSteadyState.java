package org.escapement.dynamics.cumulant;

import org.escapement.model.ModelException;
import org.escapement.numerics.linear.DenseAlgebra;

/**
 * A stationary point of closed moment equations.
 *
 * <p>Found by pseudo-transient continuation (Kelley and Keyes 1998): implicit Euler steps whose length grows as the rates
 * shrink follow the evolution from the start and end as Newton's iteration. The point reached is the one that the start
 * leads to unless the evolution passes close to a boundary between basins.
 *
 * @param y independent variables
 * @param residual largest rate that is left, relative to the largest sum of moduli in a row of the Jacobian
 * @param error estimated error of the variables: the last Newton step
 * @param steps linear systems solved
 */
public record MomentSteadyState(double[] y, double residual, double error, int steps) {

    private static final int MOST_STEPS = 400;
    private static final double CONVERGED = 1e-13;
    /** Largest last step relative to the variables; larger ones that no longer shrink mean a zero mode. */
    private static final double EXACT = 1e-8;

    public MomentSteadyState {
        y = y.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    /**
     * The stationary point that a start leads to.
     *
     * @throws ModelException when none is reached
     */
    public static MomentSteadyState from(MomentSystem system, double[] start) {
        return new Search(system, start).run();
    }

    /** State of one search. */
    private static final class Search {
        private final MomentSystem system;
        private final int n;
        private double[] y;
        private double[] rate;
        private double[][] jacobian;
        private double largestRow;
        private double step;

        Search(MomentSystem system, double[] start) {
            this.system = system;
            this.n = system.dimension();
            this.y = start.clone();
            this.rate = rate(y);
            linearise();
            this.step = 1 / Math.max(largestRow, Double.MIN_NORMAL);
        }

        MomentSteadyState run() {
            double last = Double.POSITIVE_INFINITY;
            for (int k = 1; k <= MOST_STEPS; k++) {
                double residual = largest(rate) / largestRow;
                double[] change = change();
                double size = largest(change);
                boolean newton = step * largestRow > 1e12;
                if (newton && residual <= CONVERGED && size <= EXACT * (1 + largest(y)) && size >= last / 2) {
                    return new MomentSteadyState(y, residual, size, k);
                }
                last = newton ? size : last;
                advance(change);
            }
            throw new ModelException("no stationary state of the moment equations was reached in " + MOST_STEPS
                    + " steps: the largest relative rate left is " + largest(rate) / largestRow
                    + "; it may oscillate, or the closure may fail here");
        }

        /** An implicit Euler step, for long steps Newton's. */
        private double[] change() {
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) matrix[i][j] = -jacobian[i][j];
                matrix[i][i] += 1 / step;
            }
            try {
                return DenseAlgebra.solve(matrix, rate);
            } catch (ArithmeticException e) {
                throw new ModelException("the moment equations have a zero mode here: no isolated stationary state");
            }
        }

        private void advance(double[] change) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) next[i] = y[i] + change[i];
            double[] nextRate = rate(next);
            boolean small = largest(nextRate) <= CONVERGED * largestRow;
            double ratio = small ? 20 : largest(rate) / largest(nextRate);
            if (!(ratio > 0.1)) {
                step /= 8;
                if (step * largestRow < 1e-9) {
                    throw new ModelException("the moment equations run away from this start: the closure fails here");
                }
                return;
            }
            y = next;
            rate = nextRate;
            linearise();
            step = Math.min(step * Math.clamp(2 * ratio, 0.3, 20), 1e18 / largestRow);
        }

        private double[] rate(double[] at) {
            double[] r = new double[n];
            system.derivatives(0, at, r);
            return r;
        }

        private void linearise() {
            jacobian = system.jacobian(y);
            largestRow = 0;
            for (double[] row : jacobian) {
                double sum = 0;
                for (double v : row) sum += Math.abs(v);
                largestRow = Math.max(largestRow, sum);
            }
        }

        private static double largest(double[] v) {
            double largest = 0;
            for (double x : v) largest = Double.isNaN(x) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(x));
            return largest;
        }
    }
}
