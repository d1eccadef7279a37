package org.escapement.numerics.ode;

import java.util.Locale;
import org.escapement.numerics.kernel.KernelChoice;

/** Prints points per second of CPU time: {@code java ... LaneTimings 24}. */
final class LaneTimings {
    private LaneTimings() {}

    public static void main(String[] args) {
        int side = Integer.parseInt(args[0]);
        Tolerances tolerances = new Tolerances(1e-8, 1e-8);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (Tableau tableau : new Tableau[] {Tableau.dormandPrince54(), Tableau.dormandPrince853()}) {
            for (KernelChoice choice : new KernelChoice[] {KernelChoice.SIMD, KernelChoice.SCALAR}) {
                LaneIntegrator integrator =
                        new LaneIntegrator(CoupledSpins.tape(1), tableau, tolerances, choice, 10_000_000);
                for (int repeat = 0; repeat < 4; repeat++) {
                    long[] steps = new long[2];
                    LaneSink sink = new LaneSink() {
                        @Override
                        public void reached(int point, int stopIndex, double t, double[] y) {
                            // only the time matters
                        }

                        @Override
                        public void ended(int point, LaneStatus status, long accepted, long rejected) {
                            steps[0] += accepted;
                            steps[1] += rejected;
                        }
                    };
                    long bytes = threads.getCurrentThreadAllocatedBytes();
                    long start = threads.getCurrentThreadCpuTime();
                    integrator.run(CoupledSpins.grid(side, 1, 1000), sink);
                    double seconds = 1e-9 * (threads.getCurrentThreadCpuTime() - start);
                    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
                    System.out.printf(
                            Locale.ROOT,
                            "%s %s: %.0f points/s, %.1f ns per accepted step, %.0f accepted and %.0f rejected per point, %d bytes%n",
                            tableau,
                            integrator.describe(),
                            side * side / seconds,
                            1e9 * seconds / steps[0],
                            (double) steps[0] / (side * side),
                            (double) steps[1] / (side * side),
                            bytes);
                }
            }
        }
    }
}
