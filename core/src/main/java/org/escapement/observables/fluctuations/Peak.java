package org.escapement.observables.fluctuations;

import java.util.function.DoubleUnaryOperator;

/** The largest value of a function in an interval: samples, then golden sections around the best one. */
final class Peak {

    private static final int PARTS = 6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SECTIONS = 40;

    private Peak() {}

    /**
     * The better of the largest value in [a, b] and a known one.
     *
     * @param known [value, place], or null
     * @return [value, place]
     */
    static double[] of(DoubleUnaryOperator f, double a, double b, double[] known) {
        double[] values = new double[PARTS + 1];
        int top = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= PARTS; i++) {
            values[i] = f.applyAsDouble(a + (b - a) * i / PARTS);
            if (values[i] > values[top]) top = i;
            lowest = Math.min(lowest, values[i]);
        }
        double[] sampled = {values[top], a + (b - a) * top / PARTS};
        // A peak between samples exceeds them by less than the samples differ.
        boolean hopeless = known != null && known[0] > values[top] + (values[top] - lowest);
        if (hopeless) return known;
        double left = a + (b - a) * Math.max(0, top - 1) / PARTS;
        double right = a + (b - a) * Math.min(PARTS, top + 1) / PARTS;
        double[] found = better(golden(f, left, right), sampled);
        return known == null ? found : better(known, found);
    }

    private static double[] better(double[] one, double[] other) {
        return other[0] > one[0] ? other : one;
    }

    private static double[] golden(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double b = to;
        double x = b - GOLDEN * (b - a);
        double y = a + GOLDEN * (b - a);
        double fx = f.applyAsDouble(x);
        double fy = f.applyAsDouble(y);
        for (int k = 0; k < SECTIONS; k++) {
            if (fx > fy) {
                b = y;
                y = x;
                fy = fx;
                x = b - GOLDEN * (b - a);
                fx = f.applyAsDouble(x);
            } else {
                a = x;
                x = y;
                fx = fy;
                y = a + GOLDEN * (b - a);
                fy = f.applyAsDouble(y);
            }
        }
        return fx > fy ? new double[] {fx, x} : new double[] {fy, y};
    }
}
