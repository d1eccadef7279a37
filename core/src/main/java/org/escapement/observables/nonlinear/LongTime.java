package org.escapement.observables.nonlinear;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.observables.nonlinear.Fate.Reason;

/**
 * Classifies the long-time fate of a start: follows the solution in doubling windows until one of these holds: it is in
 * the linear basin of an attracting fixed point; its returns to a section repeat and shooting finds a closed orbit there
 * that does not repel; tangent vectors grow exponentially, or provably no more than algebraically, over a time much
 * longer than any period. Otherwise the start is unsettled, with the reason.
 */
public final class LongTime {

    private static final double CLOSE = 1e-3;
    private static final double REPEATED = 1e-6;
    private static final double UNIT = 1e-4;
    private static final double STANDING = 1e-10;

    private final Flow flow;
    private final LongTimePolicy policy;
    private final double[] start;
    private final Watch watch;
    private final Metastability history;
    private double closest = Double.NaN;
    private double nextExponent;
    private Optional<Double> slowing = Optional.empty();

    private LongTime(Flow flow, double[] start, LongTimePolicy policy) {
        this.flow = flow;
        this.start = start.clone();
        this.policy = policy;
        this.watch = new Watch(flow, start, policy.accuracy(), Optional.empty(), variables(flow));
        this.history = new Metastability(flow);
        this.nextExponent = policy.patience();
    }

    private static List<Expression> variables(Flow flow) {
        return flow.variables().stream().map(Expression::symbol).toList();
    }

    /** What becomes of a start. */
    public static Fate classify(Flow flow, double[] start, LongTimePolicy policy) {
        return new LongTime(flow, start, policy).decide();
    }

    private Fate decide() {
        double reach = DenseAlgebra.norm(flow.rates(start));
        if (reach <= 1e-12) return new Fate.Rests(FixedPoints.of(flow).describe(start), 0, 0);
        double window = policy.firstWindow();
        while (watch.time() < policy.longest()) {
            if (!watch.advance(window)) return unsettled(Reason.INTEGRATION_FAILED, "the integration failed");
            history.add(watch);
            Optional<Fate> fate = rest().or(this::cycle).or(this::exponent);
            if (fate.isPresent()) return history.before(fate.get());
            window = Math.min(2 * window, Math.max(policy.longest() - watch.time(), policy.firstWindow()));
        }
        if (slowing.isPresent()) {
            return unsettled(
                    Reason.MARGINAL, "the solution slows down at a marginal fixed point, " + slowing.get() + " away,");
        }
        return unsettled(Reason.DRIFTS, "returns miss by " + closest + " of the extent, without a closed orbit near");
    }

    private Fate unsettled(Reason reason, String message) {
        return new Fate.Unsettled(reason, message + " at t = " + watch.time(), watch.time());
    }

    /** Rest, or a passage so close to a saddle that rounding decides. */
    private Optional<Fate> rest() {
        if (watch.slowest() > 1e-2 * watch.fastest()) return Optional.empty();
        double[] slow = watch.slowestState();
        Optional<FixedPoint> found = FixedPoints.of(flow).near(slow, start);
        if (found.isEmpty()) return Optional.empty();
        FixedPoint point = found.get();
        double nearest = flow.distance(slow, point.state());
        double extent = watch.fastest() / scale(point);
        if (point.unstable()) {
            if (nearest > policy.nearRest() * extent) return Optional.empty();
            return Optional.of(unsettled(
                    Reason.SEPARATRIX,
                    "the start lies on the separatrix of a " + point.kind().text() + " (it passes at " + nearest
                            + "): rounding decides what follows"));
        }
        double now = flow.distance(watch.state(), point.state());
        if (point.attracting() && now <= CLOSE * extent) {
            return Optional.of(new Fate.Rests(point, now, watch.time()));
        }
        if (point.neutral() > 0 && now <= CLOSE * extent && watch.slowest() < 1e-6 * watch.fastest()) {
            return marginal(point, now);
        }
        return Optional.empty();
    }

    /**
     * A member of a family of fixed points attracts exponentially along all other directions, down to the error of the
     * integration; at a lone one, a bifurcation, the approach never becomes that slow.
     */
    private Optional<Fate> marginal(FixedPoint point, double distance) {
        double speed = DenseAlgebra.norm(flow.rates(watch.state()));
        double standing = Math.max(STANDING, policy.accuracy().absolute());
        if (speed <= standing * watch.fastest()) return Optional.of(new Fate.Rests(point, distance, watch.time()));
        slowing = Optional.of(distance);
        return Optional.empty();
    }

    private static double scale(FixedPoint point) {
        return point.eigenvalues().stream().mapToDouble(e -> e.modulus()).max().stream()
                .map(m -> Math.max(m, 1e-3))
                .findFirst()
                .orElse(1);
    }

    private Optional<Fate> cycle() {
        Optional<Watch.Closest> repeat = watch.closest(policy.mostReturns(), CLOSE);
        if (repeat.isEmpty()) return Optional.empty();
        double mismatch = repeat.get().mismatch();
        closest = Double.isNaN(closest) ? mismatch : Math.min(closest, mismatch);
        if (mismatch > CLOSE) return Optional.empty();
        Optional<PeriodicOrbit> found = new Shooting(flow, policy.accuracy())
                .near(repeat.get().state(), repeat.get().period(), start, List.of());
        if (found.isEmpty() || !found.get().stable(UNIT)) return Optional.empty();
        PeriodicOrbit orbit = found.get();
        double distance = flow.distance(orbit.state(), repeat.get().state());
        // Where perturbations do not decay, the solution must close by itself; otherwise it must be near the orbit.
        boolean attracts = orbit.neutralFamily() == 0 && orbit.slowest(UNIT) < 1 - UNIT;
        boolean arrived = attracts ? distance < 0.02 * watch.size() : mismatch < REPEATED;
        if (!arrived || distance > 0.02 * watch.size()) return Optional.empty();
        return Optional.of(new Fate.Cycles(orbit, distance, mismatch, watch.time()));
    }

    private Optional<Fate> exponent() {
        if (watch.time() < nextExponent) return Optional.empty();
        nextExponent = 2 * watch.time();
        LyapunovExponent e = LyapunovExponent.along(flow, watch.state(), watch.time(), policy.accuracy());
        if (e.chaotic()) return Optional.of(new Fate.Chaotic(e, watch.time()));
        boolean last = 2 * watch.time() >= policy.longest();
        boolean apart = closest > 1e-5;
        if (e.regular() && apart && (last || watch.time() >= 4 * policy.patience())) {
            return Optional.of(new Fate.Quasiperiodic(e, closest, watch.time()));
        }
        if (!last || !apart) return Optional.empty();
        return Optional.of(
                unsettled(Reason.UNDECIDED_GROWTH, "tangent vectors grow by exp(" + e.growth() + ") in " + e.time()));
    }
}
