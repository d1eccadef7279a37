package org.escapement.numerics.ode;

import java.util.Arrays;

/** Time, step size and counts of each lane. The decisions are those of a single trajectory; lanes never mix. */
final class LaneClock {
    /** A step that would leave less than this fraction of itself before a stop goes to the stop. */
    private static final double STRETCH = 1.01;

    final int[] point;
    final int[] stop;
    final double[] time;
    final double[] step;
    /** Step the control wishes for, before shortening at a stop. */
    final double[] planned;

    /** Time of the next stop. */
    final double[] target;

    private final boolean[] landing;
    final double[] floor;
    final double[] lastError;
    final long[] accepted;
    final long[] rejected;

    /** @param time array of the step's code that holds each lane's time, and likewise {@code step} */
    LaneClock(double[] time, double[] step) {
        int lanes = time.length;
        this.time = time;
        this.step = step;
        point = new int[lanes];
        stop = new int[lanes];
        planned = new double[lanes];
        target = new double[lanes];
        landing = new boolean[lanes];
        floor = new double[lanes];
        lastError = new double[lanes];
        accepted = new long[lanes];
        rejected = new long[lanes];
        Arrays.fill(point, -1);
    }

    void begin(int l, int newPoint) {
        point[l] = newPoint;
        stop[l] = 0;
        time[l] = 0;
        lastError[l] = StepControl.FIRST;
        accepted[l] = 0;
        rejected[l] = 0;
    }

    /** Sets the next step to what is wished, or to what is left before the stop. */
    void propose(int l, double wished) {
        double left = target[l] - time[l];
        boolean lands = wished * STRETCH >= left;
        planned[l] = wished;
        step[l] = lands ? left : wished;
        landing[l] = lands;
    }

    /** Moves on; true when the step ended on a stop. */
    boolean accept(int l, double factor) {
        accepted[l]++;
        boolean landed = landing[l];
        double next = step[l] * factor;
        // a step cut short by a stop says little about the step after it
        planned[l] = landed ? Math.max(next, planned[l]) : next;
        time[l] = landed ? target[l] : time[l] + step[l];
        return landed;
    }

    void refuse(int l, double factor) {
        rejected[l]++;
        planned[l] = step[l] * factor;
    }

    /** Whether the wished step no longer moves the time. */
    boolean isStuck(int l) {
        return !(planned[l] > Math.max(floor[l], 2 * Math.ulp(time[l])));
    }
}
