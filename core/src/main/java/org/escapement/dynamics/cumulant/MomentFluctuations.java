package org.escapement.dynamics.cumulant;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.cumulant.MomentVariable.Part;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.RealFunctions;
import org.escapement.numerics.linear.RealMatrices;

/**
 * Two-time correlations in a stationary state by the regression theorem inside the closure: the covariances of the
 * variables with an observable B at equal times evolve with the Jacobian of the closed equations,
 *
 * <pre>
 * Re⟨A(t) B(0)⟩ - ⟨A⟩⟨B⟩ = (∂⟨A⟩/∂y) exp(J t) c,   c_i = ⟨{M_i, B}⟩/2 - y_i ⟨B⟩
 * </pre>
 *
 * with equal-time moments closed as in the equations. Use equations with all variables of the sector of B. In units of
 * the product of both expectations' powers of N.
 *
 * <p>One instance for each thread.
 */
public final class MomentFluctuations {

    private final MomentSystem system;
    private final double[] y;
    private final double[][] jacobian;

    public MomentFluctuations(MomentSystem system, double[] stationary) {
        this.system = system;
        this.y = stationary.clone();
        this.jacobian = system.jacobian(y);
    }

    /** c for one observable. */
    double[] covariances(Operator b) {
        CovarianceMaps.WithVariables maps = system.equations().covariances().withVariables(b);
        double[] c = system.values(maps.symmetrised(), y);
        double b0 = system.value(maps.mean(), y);
        for (int i = 0; i < c.length; i++) c[i] -= y[i] * b0;
        return c;
    }

    /** Re⟨A(t)B(0)⟩ - ⟨A⟩⟨B⟩ at times t >= 0. */
    public double[] correlation(Operator a, Operator b, double... times) {
        double[] gradient = gradient(a);
        double[] c = covariances(b);
        double[] values = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            double[][] evolution = RealFunctions.exponential(jacobian, times[k]);
            values[k] = DenseAlgebra.dot(gradient, RealMatrices.times(evolution, c));
        }
        return values;
    }

    private double[] gradient(Operator a) {
        return system.gradient(system.equations().covariances().withVariables(a).mean(), y);
    }

    /**
     * The zero-frequency noise 2 ∫_0^∞ (Re⟨A(t)A(0)⟩ - ⟨A⟩²) dt: the rate at which the variance of the time integral of a
     * current grows.
     *
     * @throws ArithmeticException when the state has a mode that does not decay
     */
    public double noise(Operator a) {
        double[] decay = DenseAlgebra.solve(jacobian, covariances(a));
        return -2 * DenseAlgebra.dot(gradient(a), decay);
    }

    /**
     * The same with the correlation of a current of pairs of letters factorised as if letters were Gaussian, whose own
     * two-time correlations obey the mean-field equations linearised at the stationary means: Kolisnyk and Schaller
     * (2023), Eqs. (D1) to (D5). What it neglects is that the means fluctuate.
     *
     * @param letters first-order equations of the same model and size at the same point
     */
    public double factorisedNoise(Operator a, MomentSystem letters) {
        int n = letters.dimension();
        List<MomentVariable> names = letters.equations().variables();
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            double[] moment = system.moment(names.get(i).word(), y);
            mean[i] = moment[names.get(i).part() == Part.IMAGINARY ? 1 : 0];
        }
        double[][] covariance = covariance(names, mean);
        double[][] m = letters.jacobian(mean);
        MomentExpectation current =
                letters.equations().covariances().withVariables(a).mean();
        double[] slope = letters.gradient(current, mean);
        double[][] pairs = pairs(current, letters, mean, slope);
        double[][] start = RealMatrices.times(RealMatrices.times(covariance, pairs), covariance);
        double[][] integral = lyapunov(m, start);
        double gaussian = 0;
        for (int i = 0; i < n; i++) gaussian += 2 * RealMatrices.dot(pairs[i], integral[i]);
        double[] direct = DenseAlgebra.solve(m, RealMatrices.times(covariance, slope));
        return 2 * (gaussian - RealMatrices.dot(slope, direct));
    }

    /** Equal-time covariances of letters. */
    private double[][] covariance(List<MomentVariable> letters, double[] mean) {
        int n = mean.length;
        double[] second = system.values(system.equations().covariances().ofLetters(letters), y);
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) covariance[i][j] = second[i * n + j] - mean[i] * mean[j];
        }
        return covariance;
    }

    /** Half the second derivatives of a current that is a polynomial of second degree in the letters. */
    private static double[][] pairs(MomentExpectation current, MomentSystem letters, double[] mean, double[] slope) {
        int n = mean.length;
        double[][] pairs = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] shifted = mean.clone();
            shifted[j] += 1;
            double[] there = letters.gradient(current, shifted);
            for (int i = 0; i < n; i++) pairs[i][j] = (there[i] - slope[i]) / 2;
        }
        return pairs;
    }

    /** ∫_0^∞ exp(Mt) S exp(M't) dt, the solution of M W + W M' = -S. */
    private static double[][] lyapunov(double[][] m, double[][] s) {
        int n = m.length;
        double[][] sum = new double[n * n][n * n];
        double[] right = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                right[i * n + j] = -s[i][j];
                for (int k = 0; k < n; k++) {
                    sum[i * n + j][k * n + j] += m[i][k];
                    sum[i * n + j][i * n + k] += m[j][k];
                }
            }
        }
        double[] w = DenseAlgebra.solve(sum, right);
        double[][] solution = new double[n][n];
        for (int i = 0; i < n; i++) System.arraycopy(w, i * n, solution[i], 0, n);
        return solution;
    }
}
