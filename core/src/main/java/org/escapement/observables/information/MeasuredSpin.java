package org.escapement.observables.information;

/**
 * The direction in which a measurement of one spin tells most about the other: the least of a smooth function on the
 * half sphere, from the best points of a grid by shrinking steps along it.
 *
 * @param state the second spin is measured
 */
record MeasuredSpin(TwoSpinState state) {

    private static final int GRID = 24;
    private static final double FINEST = 1e-9;

    /** The least entropy that the first spin is left with, [nats]. */
    double leastEntropy() {
        double best = Double.POSITIVE_INFINITY;
        double[][] starts = new double[4][];
        double[] values = {best, best, best, best};
        for (int i = 0; i <= GRID; i++) {
            for (int k = 0; k < 2 * GRID; k++) {
                double theta = Math.PI / 2 * i / GRID;
                double phi = Math.PI * k / GRID;
                insert(starts, values, theta, phi);
            }
        }
        for (double[] start : starts) best = Math.min(best, descend(start));
        return best;
    }

    private void insert(double[][] starts, double[] values, double theta, double phi) {
        double value = at(theta, phi);
        for (int s = 0; s < starts.length; s++) {
            if (!(value < values[s])) continue;
            System.arraycopy(starts, s, starts, s + 1, starts.length - s - 1);
            System.arraycopy(values, s, values, s + 1, values.length - s - 1);
            starts[s] = new double[] {theta, phi};
            values[s] = value;
            return;
        }
    }

    private double at(double theta, double phi) {
        double across = Math.sin(theta);
        return state.entropyAfter(new double[] {across * Math.cos(phi), across * Math.sin(phi), Math.cos(theta)});
    }

    /** Compass search: smooth and robust in two dimensions. */
    private double descend(double[] start) {
        double[] x = start.clone();
        double value = at(x[0], x[1]);
        double step = Math.PI / GRID;
        while (step > FINEST) {
            boolean moved = false;
            for (int direction = 0; direction < 4 && !moved; direction++) {
                double[] next = x.clone();
                next[direction / 2] += direction % 2 == 0 ? step : -step;
                double there = at(next[0], next[1]);
                if (there < value) {
                    x = next;
                    value = there;
                    moved = true;
                }
            }
            if (!moved) step /= 2;
        }
        return value;
    }
}
