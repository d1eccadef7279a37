package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Complex;
import org.escapement.observables.nonlinear.Branch.Ending;

/** Follows a periodic orbit in the parameter itself, predicted along the line through the last two orbits. */
final class OrbitBranch {

    private static final double UNIT = 1e-4;
    private static final double JUMP = 0.3;

    private final Continuation path;
    private final List<Branch.Point<PeriodicOrbit>> points = new ArrayList<>();
    private final List<Branch.Event> events = new ArrayList<>();

    OrbitBranch(Continuation path) {
        this.path = path;
    }

    Branch<PeriodicOrbit> follow(PeriodicOrbit start, boolean upward) {
        points.add(new Branch.Point<>(path.start(), start));
        double step = path.step();
        double end = upward ? path.to() : path.from();
        while (points.size() < path.mostPoints()) {
            double now = points.getLast().parameter();
            if (now == end) return end(Ending.END_OF_RANGE, "reached the end of the range");
            double next = upward ? Math.min(end, now + step) : Math.max(end, now - step);
            Optional<Flow> flow = path.at(next);
            if (flow.isEmpty()) return end(Ending.LEFT_REGION, "the equations have no value");
            Optional<PeriodicOrbit> orbit = correct(flow.get(), next);
            if (orbit.isPresent() && !path.region().test(orbit.get().state())) {
                return end(Ending.LEFT_REGION, "the orbit leaves the physical region");
            }
            if (orbit.isPresent()) {
                add(next, orbit.get());
                step = Math.min(1.5 * step, path.largest());
            } else if (step / 2 < path.smallest()) {
                return lost();
            } else {
                step /= 2;
            }
        }
        return end(Ending.MOST_POINTS, "used up the points allowed");
    }

    private void add(double parameter, PeriodicOrbit orbit) {
        Branch.Point<PeriodicOrbit> last = points.getLast();
        double known = Math.max(
                UNIT, 1e3 * Math.max(orbit.multiplierError(), last.solution().multiplierError()));
        int before = Branch.outside(last.solution().multipliers(), known);
        if (before != Branch.outside(orbit.multipliers(), known)) {
            events.add(new Branch.Event(Branch.Kind.STABILITY, 0.5 * (last.parameter() + parameter)));
        }
        points.add(new Branch.Point<>(parameter, orbit));
    }

    private Optional<PeriodicOrbit> correct(Flow flow, double parameter) {
        PeriodicOrbit last = points.getLast().solution();
        double[] guess = last.state();
        double period = last.period();
        if (points.size() > 1) {
            Branch.Point<PeriodicOrbit> before = points.get(points.size() - 2);
            double ratio = (parameter - points.getLast().parameter())
                    / (points.getLast().parameter() - before.parameter());
            double[] old = before.solution().state();
            for (int i = 0; i < guess.length; i++) guess[i] += ratio * (guess[i] - old[i]);
            period += ratio * (period - before.solution().period());
        }
        // Constants of motion stay those of the first orbit: the iteration brings the prediction back to their levels.
        double longest = (1 + JUMP) * last.period();
        return new Shooting(flow, path.accuracy())
                .near(guess, Math.min(period, longest), last.state(), List.of())
                .filter(o -> resembles(o, last))
                .or(() -> relaxed(flow, last));
    }

    private static boolean resembles(PeriodicOrbit o, PeriodicOrbit last) {
        return Math.abs(o.period() / last.period() - 1) < JUMP;
    }

    /** Near a saddle the iteration converges from very close only; an attracting orbit is then reached by waiting. */
    private Optional<PeriodicOrbit> relaxed(Flow flow, PeriodicOrbit last) {
        if (!last.stable(UNIT)) return Optional.empty();
        OrbitSearch search = PeriodicOrbits.of(flow)
                .accuracy(path.accuracy())
                .windows(5 * last.period(), 50 * last.period())
                .find(last.state());
        return search instanceof PeriodicOrbit o && resembles(o, last) ? Optional.of(o) : Optional.empty();
    }

    private Branch<PeriodicOrbit> lost() {
        PeriodicOrbit last = points.getLast().solution();
        PeriodicOrbit first = points.getFirst().solution();
        boolean slowing = points.size() > 2
                && last.period() > points.get(points.size() - 2).solution().period();
        if (slowing && last.period() > 1.5 * first.period()) {
            return end(Ending.PERIOD_DIVERGES, "the period grows, " + last.period() + " at last,");
        }
        boolean meets = nearOne(last) > nearOne(first);
        return meets
                ? end(Ending.FOLD, "a multiplier approaches 1, two orbits meet,")
                : end(Ending.STEP_TOO_SMALL, "no orbit found with the smallest step");
    }

    private static long nearOne(PeriodicOrbit orbit) {
        return orbit.multipliers().stream()
                .filter(m -> m.distance(new Complex(1, 0)) < 0.05)
                .count();
    }

    private Branch<PeriodicOrbit> end(Ending ending, String why) {
        String where = " at " + path.parameter() + " = " + points.getLast().parameter();
        return Continuation.ended(points, events, ending, why + where);
    }
}
