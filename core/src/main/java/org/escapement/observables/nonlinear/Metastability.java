package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.EventRecord;

/**
 * Tells a long-lived oscillation from a mere transient. The mean state between successive returns is followed; d is its
 * distance from where it ends. An exponential approach takes 0.43 times as long to halve d as it takes from a half to a
 * tenth; a motion for which this ratio is three times larger, after many nearly equal returns, was metastable.
 */
final class Metastability {

    private static final double REPEATS = 1e-2;
    private static final int MANY = 20;
    private static final double PLATEAU = 1.3;

    private final Flow flow;
    private final List<double[]> means = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private int repeats;
    private double period;
    private double extent;
    private EventRecord previous;

    Metastability(Flow flow) {
        this.flow = flow;
    }

    /** Takes up the returns of a window; their states carry the integrals of all variables. */
    void add(Watch watch) {
        for (EventRecord now : watch.returns()) {
            if (previous != null && now.time() <= previous.time()) continue;
            if (previous != null) add(now, watch.size());
            previous = now;
        }
    }

    private void add(EventRecord now, double size) {
        extent = Math.max(extent, size);
        double duration = now.time() - previous.time();
        int n = flow.dimension();
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) mean[i] = (now.state()[n + i] - previous.state()[n + i]) / duration;
        means.add(mean);
        times.add(now.time());
        if (flow.distance(now.state(), previous.state()) < REPEATS * size && repeats < MANY) {
            repeats++;
            period = duration;
        }
    }

    /** The fate, preceded by the oscillation if that was metastable. */
    Fate before(Fate fate) {
        boolean settled = fate instanceof Fate.Rests || fate instanceof Fate.Cycles;
        if (!settled || repeats < MANY || means.size() < 2 * MANY) return fate;
        double[] last = fate instanceof Fate.Rests r ? r.point().state() : means.getLast();
        double start = median(last);
        double half = last(last, 0.5 * start);
        double tenth = last(last, 0.1 * start);
        boolean plateau = half > PLATEAU * Math.max(tenth - half, period) && start > 2 * REPEATS * extent;
        return plateau ? new Fate.Metastable(period, half, fate) : fate;
    }

    /** Median distance over the first returns. */
    private double median(double[] last) {
        double[] d = means.subList(0, MANY).stream()
                .mapToDouble(m -> DenseAlgebra.distance(m, last))
                .sorted()
                .toArray();
        return d[MANY / 2];
    }

    /** Last time at which the distance was above a level. */
    private double last(double[] end, double level) {
        for (int i = means.size() - 1; i >= 0; i--) {
            if (DenseAlgebra.distance(Arrays.copyOf(means.get(i), end.length), end) > level) return times.get(i);
        }
        return 0;
    }
}
