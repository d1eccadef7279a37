package org.escapement.numerics.ode;

import java.util.Arrays;

/** One trial step of one trajectory, and the dense output of the step. Holds all work arrays. */
final class Stepper implements DenseStep {
    private final OdeSystem system;
    private final Tableau tableau;
    private final Tolerances tolerances;
    private final StepCounts counts;
    private final int n;
    private final double[][] slopes;
    private final double[] trial;
    private final double[][] shape;
    private final double[][] localErrors;

    double[] state;
    double[] next;
    private double time;
    private double step;
    private double visibleEnd;
    private boolean shaped;

    Stepper(OdeSystem system, Tableau tableau, Tolerances tolerances, StepCounts counts) {
        this.system = system;
        this.tableau = tableau;
        this.tolerances = tolerances;
        this.counts = counts;
        this.n = system.dimension();
        this.slopes = new double[tableau.stages() + tableau.extraStages()][n];
        this.trial = new double[n];
        this.shape = new double[3 + tableau.denseRows()][n];
        this.localErrors = new double[tableau.estimates()][n];
        this.state = new double[n];
        this.next = new double[n];
    }

    void begin(double t, double[] y) {
        time = t;
        System.arraycopy(y, 0, state, 0, n);
        evaluate(t, state, slopes[0]);
    }

    double[] slope() {
        return slopes[0];
    }

    private void evaluate(double t, double[] y, double[] out) {
        system.derivatives(t, y, out);
        counts.evaluations++;
    }

    /** Tries a step and returns the squared error norm. */
    double attempt(double h) {
        step = h;
        int last = tableau.stages() - 1;
        for (int s = 1; s <= last; s++) {
            double[] u = s == last ? next : trial;
            System.arraycopy(state, 0, u, 0, n);
            for (int j = 0; j < s; j++) {
                addSlope(u, h * tableau.weight(s, j), slopes[j]);
            }
            evaluate(Math.fma(h, tableau.node(s), time), u, slopes[s]);
        }
        return squaredError();
    }

    private void addSlope(double[] u, double weight, double[] k) {
        if (weight != 0) {
            for (int i = 0; i < n; i++) {
                u[i] = Math.fma(weight, k[i], u[i]);
            }
        }
    }

    private double squaredError() {
        estimateLocalErrors();
        boolean two = tableau.estimates() == 2;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            double scale = tolerances.scale(Math.max(Math.abs(state[i]), Math.abs(next[i])));
            double e = localErrors[0][i] / scale;
            // times zero: an infinite state must not pass because its scale is infinite
            first = Math.fma(e, e, Math.fma(next[i], 0, first));
            if (two) {
                double e3 = localErrors[1][i] / scale;
                second = Math.fma(e3, e3, second);
            }
        }
        double weight = two ? first / Math.max(Math.fma(0.01, second, first), 1e-300) : 1;
        return first * weight / n;
    }

    private void estimateLocalErrors() {
        for (int estimate = 0; estimate < localErrors.length; estimate++) {
            double[] sums = localErrors[estimate];
            Arrays.fill(sums, 0);
            for (int j = 0; j < tableau.stages(); j++) {
                addSlope(sums, tableau.error(estimate, j), slopes[j]);
            }
            for (int i = 0; i < n; i++) {
                sums[i] *= step;
            }
        }
    }

    /** Adds |local error| per component of the step just tried, estimated as in the norm. */
    void addLocalErrors(double[] sums) {
        for (int i = 0; i < n; i++) {
            double error = Math.abs(localErrors[0][i]);
            if (localErrors.length == 2) {
                double third = 0.1 * localErrors[1][i];
                double bottom = Math.sqrt(Math.fma(error, error, third * third));
                error = bottom > 0 ? error * (error / bottom) : 0;
            }
            sums[i] += error;
        }
    }

    /** Makes the step just tried visible as dense output up to {@code end}. */
    void show(double end) {
        visibleEnd = end;
        shaped = false;
    }

    /** Moves to the end of the step just tried. */
    void advance(double end) {
        time = end;
        double[] held = state;
        state = next;
        next = held;
        int last = tableau.stages() - 1;
        held = slopes[0];
        slopes[0] = slopes[last];
        slopes[last] = held;
    }

    void shorten(double end) {
        visibleEnd = end;
    }

    static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double start() {
        return time;
    }

    @Override
    public double end() {
        return visibleEnd;
    }

    @Override
    public void at(double t, double[] y) {
        if (!shaped) {
            makeShape();
            shaped = true;
        }
        double x = (t - time) / step;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int r = shape.length - 1; r >= 0; r--) {
                sum = (sum + shape[r][i]) * (r % 2 == 0 ? x : 1 - x);
            }
            y[i] = state[i] + sum;
        }
    }

    /**
     * Hairer's nested form: y + x (r0 + (1-x) (r1 + x (r2 + (1-x) (r3 + ...)))) with r0 = ynew - y, r1 = h k_0 - r0,
     * r2 = 2 r0 - h (k_0 + k_last) and further rows from the tableau; without them it is the cubic Hermite polynomial.
     */
    private void makeShape() {
        int last = tableau.stages() - 1;
        for (int e = 0; e < tableau.extraStages(); e++) {
            System.arraycopy(state, 0, trial, 0, n);
            for (int j = 0; j <= last + e; j++) {
                addSlope(trial, step * tableau.extraWeight(e, j), slopes[j]);
            }
            evaluate(Math.fma(step, tableau.extraNode(e), time), trial, slopes[last + 1 + e]);
        }
        for (int i = 0; i < n; i++) {
            shape[0][i] = next[i] - state[i];
            shape[1][i] = step * slopes[0][i] - shape[0][i];
            shape[2][i] = 2 * shape[0][i] - step * (slopes[0][i] + slopes[last][i]);
        }
        for (int r = 0; r < tableau.denseRows(); r++) {
            Arrays.fill(shape[3 + r], 0);
            for (int j = 0; j < slopes.length; j++) {
                addSlope(shape[3 + r], step * tableau.dense(r, j), slopes[j]);
            }
        }
    }
}
