package org.escapement.study.question.motion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.nonlinear.Boundary;
import org.escapement.observables.nonlinear.Boundary.Edge;
import org.escapement.observables.nonlinear.Branch;
import org.escapement.observables.nonlinear.Continuation;
import org.escapement.observables.nonlinear.Decision;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.FixedPoint;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.LongTime;
import org.escapement.observables.nonlinear.LongTimePolicy;
import org.escapement.observables.nonlinear.OrbitEnd;
import org.escapement.observables.nonlinear.PeriodicOrbit;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * The value of a parameter at which a phase ends.
 *
 * @param of whose phase
 * @param along the parameter
 * @param from value at which the search begins
 * @param to value at which it gives up
 * @param within half the width of the bracket asked for, relative to the range
 */
record BoundaryQuestion(Of of, String along, PointNumber from, PointNumber to, double within) implements Question {

    private static final double LONGEST = 100_000;

    /** First step along a branch of fixed points, whose coordinates are of order one whatever the range is. */
    private static final double STEP = 0.01;

    /** What changes at a boundary. */
    enum Of {
        /** Whether the motion from the start comes to rest or goes on: the start lies on a separatrix there. */
        START("start"),
        /** The fixed point that the start reaches at the first value turns back in a fold. */
        REST("rest"),
        /** The orbit that the start reaches at the first value is no longer there, or no longer attracts. */
        ORBIT("orbit");

        private final String word;

        Of(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @Override
    public Reply answer(Point point) {
        return new Search(point).reply();
    }

    /** The search at one point. */
    private final class Search {
        private final Point point;
        private final Motion motion;
        private final double a;
        private final double b;
        private final LongTimePolicy policy;

        Search(Point point) {
            this.point = point;
            this.motion = Motion.at(point);
            this.a = from.at(point.model(), point.values());
            this.b = to.at(point.model(), point.values());
            this.policy = motion.policy(LONGEST);
            if (a == b) throw new ModelException("no range of " + along + " to search: from and to are both " + a);
        }

        Reply reply() {
            return switch (of) {
                case START ->
                    edge(Boundary.bisect(this::oscillates, a, b, tolerance()), "the fate of the start is the same");
                case ORBIT ->
                    edge(OrbitEnd.find(flows(), orbit(), a, b, tolerance(), policy), "the orbit is still there");
                case REST -> fold();
            };
        }

        private double tolerance() {
            return within * Math.abs(b - a);
        }

        private Map<String, Double> set(double value) {
            Map<String, Double> set = new HashMap<>(point.values().given());
            set.put(along, value);
            return set;
        }

        private DoubleFunction<Flow> flows() {
            return value -> motion.flow(values(value));
        }

        private ParameterValues values(double value) {
            return ParameterValues.of(point.model(), set(value));
        }

        private double[] start(double value) {
            return motion.start(values(value));
        }

        private Decision oscillates(double value) {
            return Decision.oscillates(flows().apply(value), start(value), policy);
        }

        private Fate fateAtFrom() {
            return LongTime.classify(flows().apply(a), start(a), policy);
        }

        private PeriodicOrbit orbit() {
            Fate fate = fateAtFrom();
            if (fate instanceof Fate.Cycles c) return c.orbit();
            throw new ModelException("no orbit to follow at " + along + " = " + a + ": " + fate.describe());
        }

        private Reply fold() {
            Fate fate = fateAtFrom();
            if (!(fate instanceof Fate.Rests r)) {
                throw new ModelException("no rest to follow at " + along + " = " + a + ": " + fate.describe());
            }
            if (r.point().neutral() > 0) {
                throw new ModelException("the rest at " + along + " = " + a
                        + " is one of a family, whose members can be followed in any direction: no fold is defined");
            }
            double range = Math.abs(b - a);
            Branch<FixedPoint> branch = Continuation.of(motion.family(), set(a), along, Math.min(a, b), Math.max(a, b))
                    .steps(Math.max(range / 100, STEP), Math.max(range / 20, 5 * STEP), 1e-7 * range)
                    .fixedPoints(r.point().state(), b > a);
            Optional<Branch.Event> fold = branch.events().stream()
                    .filter(e -> e.kind() == Branch.Kind.FOLD)
                    .findFirst();
            // Equations have values beyond the region in which rates are positive, so that the branch may have left it.
            motion.flow(values(
                    fold.map(Branch.Event::parameter).orElse(branch.last().parameter())));
            return fold.map(e -> Reply.of(e.parameter(), 1e-9 * Math.abs(b - a)))
                    .orElseThrow(() -> new ModelException("no fold: following the rest " + branch.message()));
        }

        private Reply edge(Edge edge, String what) {
            if (edge.found()) return Reply.of(edge.value(), edge.halfWidth());
            throw new ModelException(
                    switch (edge.status()) {
                        case SAME_ANSWER -> "no boundary: " + what + " from " + along + " = " + a + " to " + b;
                        default ->
                            "no boundary: the fate of the start stays undecided at " + along + " = " + a + " or " + b;
                    });
        }
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return switch (of) {
            case START -> along + " at which the start changes between rest and motion";
            case REST -> along + " at which the rest ends in a fold";
            case ORBIT -> along + " at which the orbit ends";
        };
    }
}
