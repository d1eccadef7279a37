package org.escapement.app.docs;

/**
 * The mean field of the ring example worked out on paper: unit vectors m precess about effective fields, m' = b x m,
 * which the exchange, the detuning and the light contribute to, and a' = -(gamma/2) a - i eta - i g sum of s_j m_j^-.
 * Nothing of the program is used.
 */
final class HandWrittenRing {

    /** Spin lengths of A, B and C divided by N. */
    private static final double[] SPIN = {0.5, 1, 0.25};

    private HandWrittenRing() {}

    /** The state (m_A, m_B, m_C, Re a, Im a) at a time, from all atoms in the ground state and no light. */
    static double[] after(double time, int steps, double eta, double g, double j, double delta, double gamma) {
        double[] y = {0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0};
        double h = time / steps;
        for (int k = 0; k < steps; k++) {
            double[] k1 = flow(y, eta, g, j, delta, gamma);
            double[] k2 = flow(shifted(y, k1, h / 2), eta, g, j, delta, gamma);
            double[] k3 = flow(shifted(y, k2, h / 2), eta, g, j, delta, gamma);
            double[] k4 = flow(shifted(y, k3, h), eta, g, j, delta, gamma);
            for (int i = 0; i < y.length; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return y;
    }

    private static double[] shifted(double[] y, double[] k, double h) {
        double[] z = y.clone();
        for (int i = 0; i < z.length; i++) z[i] += h * k[i];
        return z;
    }

    private static double[] flow(double[] y, double eta, double g, double j, double delta, double gamma) {
        double[] rate = new double[11];
        double[] detuning = {delta, 0, -delta};
        double sumX = SPIN[0] * y[0] + SPIN[1] * y[3] + SPIN[2] * y[6];
        double sumY = SPIN[0] * y[1] + SPIN[1] * y[4] + SPIN[2] * y[7];
        for (int e = 0; e < 3; e++) {
            double x = y[3 * e];
            double v = y[3 * e + 1];
            double z = y[3 * e + 2];
            double bx = j * (sumX - SPIN[e] * x) + 2 * g * y[9];
            double by = j * (sumY - SPIN[e] * v) - 2 * g * y[10];
            double bz = detuning[e];
            rate[3 * e] = by * z - bz * v;
            rate[3 * e + 1] = bz * x - bx * z;
            rate[3 * e + 2] = bx * v - by * x;
        }
        rate[9] = -gamma / 2 * y[9] - g * sumY;
        rate[10] = -gamma / 2 * y[10] - eta - g * sumX;
        return rate;
    }
}
