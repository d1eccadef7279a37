package org.escapement.observables.nonlinear;

import java.util.List;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.ode.EventRecord;

/** Remembers how long successive returns nearly repeated, to tell a long-lived oscillation from a mere transient. */
final class Metastability {

    private static final double REPEATS = 1e-2;
    private static final int MANY = 20;
    private static final double LONG = 8;

    private final Flow flow;
    private double lastRepeat = Double.NaN;
    private double period;
    private int repeats;
    private double previous = Double.NEGATIVE_INFINITY;

    Metastability(Flow flow) {
        this.flow = flow;
    }

    /** Takes up the returns of a window. */
    void add(Watch watch) {
        List<EventRecord> returns = watch.returns();
        double size = watch.size();
        for (int i = 1; i < returns.size(); i++) {
            EventRecord now = returns.get(i);
            if (now.time() <= previous) continue;
            double mismatch = flow.distance(now.state(), returns.get(i - 1).state());
            if (mismatch < REPEATS * size) {
                lastRepeat = now.time();
                period = now.time() - returns.get(i - 1).time();
                repeats++;
            }
        }
        if (!returns.isEmpty()) previous = returns.getLast().time();
    }

    /** The fate, preceded by the oscillation if that was long compared with the approach to rest. */
    Fate before(Fate fate) {
        if (!(fate instanceof Fate.Rests rests) || repeats < MANY) return fate;
        double rate = -rests.point().eigenvalues().stream()
                .mapToDouble(Complex::re)
                .max()
                .orElse(0);
        return lastRepeat * rate > LONG ? new Fate.Metastable(period, lastRepeat, fate) : fate;
    }
}
