package org.escapement.benchmarks;

/**
 * The same integration as a careful programmer would write it for one point at a time: Dormand and Prince 5(4) in plain
 * Java, equations typed by hand, six spin components and the running integral of the work of both ensembles.
 */
final class ScalarLoop {

    private static final int N = 7;
    private static final double[] C2 = {1.0 / 5};
    private static final double[] C3 = {3.0 / 40, 9.0 / 40};
    private static final double[] C4 = {44.0 / 45, -56.0 / 15, 32.0 / 9};
    private static final double[] C5 = {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729};
    private static final double[] C6 = {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656};
    private static final double[] NEW = {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84};
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private final double[][] k = new double[7][N];
    private final double[] stage = new double[N];
    private double[] y = new double[N];
    private double[] next = new double[N];
    private double a;
    private double b;
    private double c;

    /** Time average of the dissipated work of both ensembles over [0, END]. */
    double averageWork(double exchange, double alignment) {
        double root = Math.sqrt(2);
        a = root * exchange;
        b = root * alignment;
        c = root * CrystalGrid.KAPPA;
        y = new double[] {0, 0, -1 / root, 0, 0, -1 / root, 0};
        rates(y, k[0]);
        double t = 0;
        double h = 1e-3;
        while (t < CrystalGrid.END) {
            h = Math.min(h, CrystalGrid.END - t);
            trial(h);
            double error = error(h);
            if (error <= 1) {
                t += h;
                swap();
            }
            h *= Math.clamp(0.9 * Math.pow(error + 1e-30, -0.1), 0.2, 5);
        }
        return y[6] / CrystalGrid.END;
    }

    private void rates(double[] s, double[] d) {
        double x1 = s[0];
        double y1 = s[1];
        double z1 = s[2];
        double x2 = s[3];
        double y2 = s[4];
        double z2 = s[5];
        d[0] = -b * y1 * z2 + a * y2 * z1 + c * x1 * z1;
        d[1] = -a * z1 * x2 + b * x1 * z2 - CrystalGrid.OMEGA * z1 + c * y1 * z1;
        d[2] = a * (y1 * x2 - y2 * x1) + CrystalGrid.OMEGA * y1 - c * (x1 * x1 + y1 * y1);
        d[3] = -b * y2 * z1 + a * y1 * z2 + c * x2 * z2;
        d[4] = -a * z2 * x1 + b * x2 * z1 - CrystalGrid.OMEGA * z2 + c * y2 * z2;
        d[5] = a * (y2 * x1 - y1 * x2) + CrystalGrid.OMEGA * y2 - c * (x2 * x2 + y2 * y2);
        d[6] = x1 * x1 + y1 * y1 + x2 * x2 + y2 * y2;
    }

    private void trial(double h) {
        stage(h, C2, 1);
        stage(h, C3, 2);
        stage(h, C4, 3);
        stage(h, C5, 4);
        stage(h, C6, 5);
        for (int i = 0; i < N; i++) {
            double sum = NEW[0] * k[0][i] + NEW[2] * k[2][i] + NEW[3] * k[3][i] + NEW[4] * k[4][i] + NEW[5] * k[5][i];
            next[i] = y[i] + h * sum;
        }
        rates(next, k[6]);
    }

    private void stage(double h, double[] weights, int s) {
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) sum += weights[j] * k[j][i];
            stage[i] = y[i] + h * sum;
        }
        rates(stage, k[s]);
    }

    /** Mean square of the error in units of the tolerance. */
    private double error(double h) {
        double total = 0;
        for (int i = 0; i < N; i++) {
            double e = 0;
            for (int j = 0; j < 7; j++) e += ERROR[j] * k[j][i];
            double scale = CrystalGrid.TOLERANCE * (1 + Math.max(Math.abs(y[i]), Math.abs(next[i])));
            total += (h * e / scale) * (h * e / scale);
        }
        return total / N;
    }

    private void swap() {
        double[] old = y;
        y = next;
        next = old;
        double[] first = k[0];
        k[0] = k[6];
        k[6] = first;
    }
}
