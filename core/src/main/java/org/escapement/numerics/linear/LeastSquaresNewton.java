package org.escapement.numerics.linear;

import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Solves r(x) = 0 for consistent systems that may be overdetermined and whose solutions may form curves or surfaces, by
 * the Levenberg-Marquardt iteration (JᵀJ + μ) dx = -Jᵀr with μ proportional to |r|. The step has no component along the
 * directions in which r does not change, so the solution found lies near the start; convergence is quadratic also where
 * solutions are not isolated (Fan and Yuan 2005). Not thread-safe.
 */
public final class LeastSquaresNewton {

    private static final int MOST_TRIALS = 12;

    /** Residuals and their derivatives. */
    public interface System {
        int unknowns();

        int equations();

        /**
         * Writes r(x) and dr_i/dx_j.
         *
         * @return whether they could be computed
         */
        boolean evaluate(double[] x, double[] residual, double[][] jacobian);
    }

    /**
     * Where an iteration ended.
     *
     * @param x best point
     * @param residual |r| there
     * @param iterations accepted steps
     * @param moved distance from the start
     */
    public record Solution(double[] x, double residual, int iterations, double moved) {
        public Solution {
            x = x.clone();
        }

        @Override
        public double[] x() {
            return x.clone();
        }
    }

    private final System system;
    private final double tolerance;
    private final int mostIterations;
    private double[] x;
    private double[] r;
    private double[][] j;
    private double norm;
    private double damping = 1e-2;

    private LeastSquaresNewton(System system, double tolerance, int mostIterations) {
        this.system = system;
        this.tolerance = tolerance;
        this.mostIterations = mostIterations;
    }

    /** Iterates from a start until |r| is below the tolerance or no step shortens r. */
    public static Solution solve(System system, double[] start, double tolerance, int mostIterations) {
        return new LeastSquaresNewton(system, tolerance, mostIterations).from(start);
    }

    private Solution from(double[] start) {
        x = start.clone();
        r = new double[system.equations()];
        j = new double[system.equations()][system.unknowns()];
        norm = system.evaluate(x, r, j) ? finite(DenseAlgebra.norm(r)) : Double.POSITIVE_INFINITY;
        int iteration = 0;
        while (norm > tolerance && norm < Double.POSITIVE_INFINITY && iteration < mostIterations && improve()) {
            iteration++;
        }
        return new Solution(x, norm, iteration, DenseAlgebra.distance(x, start));
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** One step, damped until the residual shrinks; false when it does not. */
    private boolean improve() {
        RealMatrix matrix = DenseAlgebra.matrix(j);
        SingularValueDecomposition svd = new SingularValueDecomposition(matrix);
        double[] s = svd.getSingularValues();
        double[] projected = svd.getUT().operate(r);
        double[] trial = new double[r.length];
        double[][] slope = new double[r.length][x.length];
        for (int k = 0; k < MOST_TRIALS; k++) {
            double[] next = step(svd.getV(), s, projected);
            double length =
                    system.evaluate(next, trial, slope) ? finite(DenseAlgebra.norm(trial)) : Double.POSITIVE_INFINITY;
            if (length < norm) {
                if (length < 0.25 * norm) damping = Math.max(damping / 10, 1e-8);
                x = next;
                r = trial;
                j = slope;
                norm = length;
                return true;
            }
            damping = Math.max(10 * damping, 1e-6);
        }
        return false;
    }

    private double[] step(RealMatrix v, double[] s, double[] projected) {
        double mu = Math.max(damping * norm, 1e-26) * Math.max(1, s[0] * s[0]);
        double[] amounts = new double[s.length];
        for (int i = 0; i < s.length; i++) amounts[i] = -s[i] * projected[i] / (s[i] * s[i] + mu);
        double[] change = v.operate(amounts);
        double[] next = x.clone();
        for (int i = 0; i < next.length; i++) next[i] += change[i];
        return next;
    }
}
