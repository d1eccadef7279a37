package org.escapement.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.escapement.dynamics.exact.Generator;

/**
 * What one application of a generator costs: operations, bytes it must at least move, seconds measured, and the bandwidth
 * of the machine's memory beside it.
 *
 * @param bandwidth of a sum of two long arrays into a third, [byte/s]
 */
record ApplicationCost(double operations, double bytes, double seconds, double bandwidth) {

    private static final int TRIES = 7;
    private static final int LONG = 1 << 23;

    static ApplicationCost of(Generator generator) {
        int length = generator.isReal() ? generator.size() : 2 * generator.size();
        double[] x = new double[length];
        double[] y = new double[length];
        Arrays.fill(x, 1);
        int repeats = Math.max(1, 4_000_000 / length);
        double seconds = fastest(() -> {
                    for (int k = 0; k < repeats; k++) generator.apply(x, y);
                })
                / repeats;
        return new ApplicationCost(generator.operations(), generator.bytes(), seconds, memory());
    }

    private static double memory() {
        double[] a = new double[LONG];
        double[] b = new double[LONG];
        double[] c = new double[LONG];
        double seconds = fastest(() -> {
            for (int i = 0; i < LONG; i++) c[i] = Math.fma(0.5, a[i], b[i]);
        });
        return 32.0 * LONG / seconds;
    }

    private static double fastest(Runnable task) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < TRIES; k++) {
            long before = System.nanoTime();
            task.run();
            least = Math.min(least, (System.nanoTime() - before) / 1e9);
        }
        return least;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "one application: %.2e operations, %.2e bytes, %.2e s (%.1f Gflop/s, %.1f GB/s of the memory's %.1f)",
                operations,
                bytes,
                seconds,
                operations / seconds / 1e9,
                bytes / seconds / 1e9,
                bandwidth / 1e9);
    }
}
