package org.escapement.dynamics.fluctuation;

import java.util.function.ToDoubleFunction;
import org.escapement.numerics.kernel.Kernel;

/** Jacobian, diffusion and commutators of the letters at given means. Not thread-safe. */
final class LocalMoments {

    private final int means;
    private final int letters;
    private final double[] slots;
    private final Kernel kernel;
    private final double[] values;

    LocalMoments(FluctuationProgram program, ToDoubleFunction<String> numbers) {
        this.means = program.equations().means().variables().size();
        this.letters = program.equations().letters().size();
        this.slots = program.moments().coefficients(numbers);
        this.kernel = program.momentsKernel();
        this.values = new double[means + 3 * letters * letters];
    }

    private double[][] matrix(int kind, double t, double[] mean) {
        kernel.evaluate(t, mean, slots, values);
        double[][] m = new double[letters][letters];
        for (int j = 0; j < letters; j++) {
            System.arraycopy(values, means + (kind * letters + j) * letters, m[j], 0, letters);
        }
        return m;
    }

    /** Rates of the means. */
    double[] rates(double t, double[] mean) {
        kernel.evaluate(t, mean, slots, values);
        return java.util.Arrays.copyOf(values, means);
    }

    /** Q. */
    double[][] jacobian(double t, double[] mean) {
        return matrix(0, t, mean);
    }

    /** D. */
    double[][] diffusion(double t, double[] mean) {
        return matrix(1, t, mean);
    }

    /** s. */
    double[][] commutators(double t, double[] mean) {
        return matrix(2, t, mean);
    }

    /** aᵀ m b. */
    static double form(double[] a, double[][] m, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] == 0) continue;
            double row = 0;
            for (int j = 0; j < b.length; j++) row = Math.fma(m[i][j], b[j], row);
            sum = Math.fma(a[i], row, sum);
        }
        return sum;
    }
}
