package org.escapement.dynamics.response;

import org.escapement.model.network.HarmonicNetwork;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.RealFunctions;
import org.escapement.numerics.linear.RealMatrices;

/**
 * Matrix Phi(t) with z(t) = Phi(t) z(0) of the noise-free equations z' = A(t) z, by fourth-order Magnus steps whose
 * exponentials keep fast decays exact; the steps are halved until Phi settles. Whole periods are powers of one matrix.
 * Immutable, thread-safe.
 */
final class Propagator {

    private static final int FIRST_STEPS = 16;
    private static final int MOST_STEPS = 1 << 15;
    private static final double SETTLED = 1e-11;

    private final NetworkEmbedding equations;
    private final double period;
    private final double[][] overPeriod;

    Propagator(NetworkEmbedding equations, HarmonicNetwork network) {
        this.equations = equations;
        boolean driven = !network.modulatedBaths().isEmpty();
        this.period = driven ? 2 * Math.PI / network.driveFrequency() : Double.POSITIVE_INFINITY;
        this.overPeriod = driven ? settled(period) : RealMatrices.identity(equations.dimension());
    }

    /** Phi(t) for t >= 0. */
    double[][] at(double t) {
        if (Double.isInfinite(period)) return RealFunctions.exponential(equations.at(0), t);
        int whole = (int) Math.floor(t / period);
        double[][] rest = settled(t - whole * period);
        return RealMatrices.times(rest, RealMatrices.power(overPeriod, whole));
    }

    private double[][] settled(double t) {
        if (t <= 0) return RealMatrices.identity(equations.dimension());
        double[][] last = null;
        for (int steps = FIRST_STEPS; steps <= MOST_STEPS; steps *= 2) {
            double[][] next = steps(t, steps);
            if (last != null && close(last, next)) return next;
            last = next;
        }
        throw new ConvergenceException("the equations of motion did not settle within " + MOST_STEPS
                + " steps of a period; their rates are too different from the drive frequency");
    }

    private static boolean close(double[][] a, double[][] b) {
        for (int i = 0; i < a.length; i++) {
            double scale = 0;
            for (double x : b[i]) scale = Math.max(scale, Math.abs(x));
            for (int j = 0; j < a.length; j++) {
                if (Math.abs(a[i][j] - b[i][j]) > SETTLED * (1 + scale)) return false;
            }
        }
        return true;
    }

    private double[][] steps(double t, int steps) {
        double h = t / steps;
        double offset = Math.sqrt(3) / 6 * h;
        double[][] total = RealMatrices.identity(equations.dimension());
        for (int i = 0; i < steps; i++) {
            double middle = (i + 0.5) * h;
            double[][] early = equations.at(middle - offset);
            double[][] late = equations.at(middle + offset);
            total = RealMatrices.times(RealFunctions.exponential(generator(early, late, h), 1), total);
        }
        return total;
    }

    /** h (A_1 + A_2)/2 + sqrt(3) h^2 [A_2, A_1]/12. */
    private static double[][] generator(double[][] early, double[][] late, double h) {
        double[][] forward = RealMatrices.times(late, early);
        double[][] backward = RealMatrices.times(early, late);
        double commutator = Math.sqrt(3) * h * h / 12;
        double[][] generator = new double[early.length][early.length];
        for (int i = 0; i < early.length; i++) {
            for (int j = 0; j < early.length; j++) {
                generator[i][j] = h / 2 * (early[i][j] + late[i][j]) + commutator * (forward[i][j] - backward[i][j]);
            }
        }
        return generator;
    }
}
