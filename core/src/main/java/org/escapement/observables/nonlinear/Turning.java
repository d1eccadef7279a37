package org.escapement.observables.nonlinear;

import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.DenseAlgebra;

/** Tells whether an angle keeps turning. Stateless and thread-safe. */
public final class Turning {

    private static final double TURNS = 3;
    private static final double CLOSE = 1e-3;
    private static final double UNIT = 1e-4;

    private Turning() {}

    /**
     * YES when the angle makes at least three turns in each of two consecutive windows after the first, the second twice
     * as long; NO when the solution rests or
     * reaches an orbit on which the angle only librates; UNDECIDED when neither happens in the time allowed. A slow
     * passage of the angle is told from libration by the closed orbit that only the latter has.
     */
    public static Decision keepsTurning(Flow flow, Angle angle, double[] start, LongTimePolicy policy) {
        Watch watch = new Watch(flow, start, policy.accuracy(), Optional.empty(), List.of(angle.rate(flow)));
        double window = policy.firstWindow();
        double before = 0;
        boolean first = true;
        boolean turnedBefore = false;
        while (watch.time() < policy.longest()) {
            if (!watch.advance(window)) return Decision.UNDECIDED;
            double turns = Math.abs(watch.carried()[0] - before) / (2 * Math.PI);
            before = watch.carried()[0];
            if (!first && turnedBefore && turns >= TURNS) return Decision.YES;
            turnedBefore = !first && turns >= TURNS;
            if (!first && settled(flow, angle, watch, start, policy)) return Decision.NO;
            first = false;
            window = Math.min(2 * window, Math.max(policy.longest() - watch.time(), policy.firstWindow()));
        }
        return Decision.UNDECIDED;
    }

    private static boolean settled(Flow flow, Angle angle, Watch watch, double[] start, LongTimePolicy policy) {
        if (DenseAlgebra.norm(flow.rates(watch.state())) < 1e-9 * watch.fastest()) return true;
        Optional<Watch.Closest> repeat = watch.closest(policy.mostReturns(), CLOSE);
        if (repeat.isEmpty() || repeat.get().mismatch() > CLOSE) return false;
        Optional<PeriodicOrbit> orbit = new Shooting(flow, policy.accuracy())
                .near(repeat.get().state(), repeat.get().period(), start, List.of(angle.rate(flow)));
        if (orbit.isEmpty() || !orbit.get().stable(UNIT)) return false;
        boolean near = flow.distance(orbit.get().state(), repeat.get().state()) < 0.02 * watch.size();
        double turned = orbit.get().averages()[0] * orbit.get().period();
        return near && Math.abs(turned) < 1;
    }
}
