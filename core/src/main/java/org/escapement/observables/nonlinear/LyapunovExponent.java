package org.escapement.observables.nonlinear;

import java.util.Arrays;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/**
 * Largest Lyapunov exponent: mean growth rate of a tangent vector that keeps all constants of motion, [rate].
 *
 * @param value mean over the second half of the time
 * @param error standard error of that mean from ten blocks
 * @param growth logarithm of the growth over the second half
 * @param time length of the second half
 */
public record LyapunovExponent(double value, double error, double growth, double time) {

    private static final int BLOCKS = 10;

    /** Whether growth is far beyond the algebraic growth of regular motion. */
    public boolean chaotic() {
        return value > 4 * error && growth > 12 + 3 * Math.log(1 + time);
    }

    /** Whether growth is no more than the algebraic growth of regular motion. */
    public boolean regular() {
        return growth < 4 + 1.5 * Math.log(1 + time);
    }

    /**
     * Follows the solution from a state and one tangent vector.
     *
     * @param time total time; the vector turns into the fastest growing direction during the first half
     */
    public static LyapunovExponent along(Flow flow, double[] state, double time, Accuracy accuracy) {
        double[] y = Arrays.copyOf(state, 2 * flow.dimension());
        for (int i = flow.dimension(); i < y.length; i++) y[i] = 1 + 0.3 * Math.sin(i);
        normalise(flow, y);
        OdeSystem system = flow.variational(1);
        double step = Math.min(10, time / (40 * BLOCKS));
        int steps = (int) Math.ceil(time / 2 / BLOCKS / step);
        double[] rates = new double[2 * BLOCKS];
        for (int block = 0; block < rates.length; block++) {
            double growth = 0;
            for (int k = 0; k < steps; k++) {
                OdeOutcome outcome = Flow.integrator(system, accuracy).integrate(0, y, step);
                if (!outcome.succeeded()) return new LyapunovExponent(Double.NaN, Double.NaN, Double.NaN, 0);
                y = outcome.state();
                growth += Math.log(normalise(flow, y));
            }
            rates[block] = growth / (steps * step);
        }
        return of(Arrays.copyOfRange(rates, BLOCKS, 2 * BLOCKS), steps * step);
    }

    private static LyapunovExponent of(double[] rates, double blockTime) {
        double mean = Arrays.stream(rates).average().orElseThrow();
        double square = 0;
        for (double r : rates) square += (r - mean) * (r - mean);
        double error = Math.sqrt(square / (rates.length - 1) / rates.length);
        return new LyapunovExponent(mean, error, mean * rates.length * blockTime, rates.length * blockTime);
    }

    /** Projects the vector on the tangent space of the constants of motion and makes it a unit vector. */
    private static double normalise(Flow flow, double[] y) {
        int n = flow.dimension();
        double[] state = Arrays.copyOf(y, n);
        double[] v = Arrays.copyOfRange(y, n, 2 * n);
        if (flow.constants() > 0) {
            double[][] basis = flow.tangentSpace(state);
            v = DenseAlgebra.multiply(basis, DenseAlgebra.multiply(DenseAlgebra.transpose(basis), v));
        }
        double length = DenseAlgebra.norm(v);
        for (int i = 0; i < n; i++) y[n + i] = v[i] / length;
        return length;
    }
}
