package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeOutcome;

/**
 * What becomes of many starts, sorted by where they end: the attractors they find, and the share of starts each attracts.
 * Of random starts the shares are estimates with a standard error; more starts find rarer attractors.
 *
 * @param basins by descending share
 * @param unsettled starts for which no decision was made, with the reasons
 * @param starts number of starts
 */
public record Basins(List<Basin> basins, List<Unsettled> unsettled, int starts) {

    private static final double SAME_POINT = 1e-5;
    private static final double SAME_ORBIT = 1e-5;

    public Basins {
        basins = List.copyOf(basins);
        unsettled = List.copyOf(unsettled);
    }

    /**
     * Starts with one fate.
     *
     * @param fate of the first of them
     * @param family whether their orbits are members of a neutral family, each start having its own
     * @param count number of starts
     * @param share of all starts
     * @param error standard error of the share if the starts are random
     * @param example one of the starts
     */
    public record Basin(Fate fate, boolean family, int count, double share, double error, double[] example) {
        public Basin {
            example = example.clone();
        }

        @Override
        public double[] example() {
            return example.clone();
        }
    }

    /** A start without a decision. */
    public record Unsettled(double[] start, Fate.Unsettled why) {
        public Unsettled {
            start = start.clone();
        }

        @Override
        public double[] start() {
            return start.clone();
        }
    }

    /** Follows every start until its fate is clear. */
    public static Basins of(Flow flow, List<double[]> starts, LongTimePolicy policy) {
        List<Group> groups = new ArrayList<>();
        List<Unsettled> unsettled = new ArrayList<>();
        for (double[] start : starts) {
            Fate fate = LongTime.classify(flow, start, policy);
            Fate last = fate instanceof Fate.Metastable m ? m.finallyIs() : fate;
            if (last instanceof Fate.Unsettled why) {
                unsettled.add(new Unsettled(start, why));
                continue;
            }
            Mark mark = Mark.of(flow, last, policy);
            groups.stream()
                    .filter(g -> g.mark.resembles(flow, mark))
                    .findFirst()
                    .ifPresentOrElse(g -> g.count++, () -> groups.add(new Group(last, mark, start)));
        }
        int n = starts.size();
        List<Basin> basins = groups.stream()
                .map(g -> {
                    double share = g.count / (double) n;
                    return new Basin(
                            g.fate, g.mark.family, g.count, share, Math.sqrt(share * (1 - share) / n), g.example);
                })
                .sorted(Comparator.comparingInt(b -> -b.count()))
                .toList();
        return new Basins(basins, unsettled, n);
    }

    /** Random starts with the constants of motion of a state, see {@link Levels#random}. */
    public static List<double[]> randomStarts(Flow flow, double[] levelsOf, double reach, int count, long seed) {
        List<double[]> starts = new ArrayList<>();
        for (int k = 0; k < count; k++) starts.add(Levels.random(flow, levelsOf, reach, seed, k));
        return starts;
    }

    /** Share of the starts whose motion goes on for ever, among those with a decision. */
    public double oscillating() {
        int decided = starts - unsettled.size();
        int going = basins.stream()
                .filter(b -> b.fate().oscillates())
                .mapToInt(Basin::count)
                .sum();
        return decided == 0 ? Double.NaN : going / (double) decided;
    }

    private static final class Group {
        private final Fate fate;
        private final Mark mark;
        private final double[] example;
        private int count = 1;

        Group(Fate fate, Mark mark, double[] example) {
            this.fate = fate;
            this.mark = mark;
            this.example = example;
        }
    }

    /** What tells attractors apart: a state at rest, or the period and the averages of variables and squares of an orbit. */
    private record Mark(Class<?> kind, boolean family, double[] numbers, double period) {

        static Mark of(Flow flow, Fate fate, LongTimePolicy policy) {
            return switch (fate) {
                case Fate.Rests r ->
                    new Mark(
                            Fate.Rests.class, r.point().neutral() > 0, r.point().state(), 0);
                case Fate.Cycles c -> cycle(flow, c.orbit(), policy);
                default -> new Mark(fate.getClass(), false, new double[0], 0);
            };
        }

        private static Mark cycle(Flow flow, PeriodicOrbit orbit, LongTimePolicy policy) {
            if (orbit.neutralFamily() > 0) return new Mark(Fate.Cycles.class, true, new double[0], 0);
            List<Expression> integrands = new ArrayList<>();
            for (int i = 0; i < flow.dimension(); i++) {
                Expression v = Expression.symbol(flow.variables().get(i));
                boolean angle = flow.family().isAngle(i);
                integrands.add(angle ? Expression.call("cos", v) : v);
                integrands.add(angle ? Expression.call("sin", v) : v.times(v));
            }
            double[] start = Arrays.copyOf(orbit.state(), 3 * flow.dimension());
            OdeOutcome end =
                    Flow.integrator(flow.system(integrands), policy.accuracy()).integrate(0, start, orbit.period());
            double[] numbers = Arrays.copyOfRange(end.state(), flow.dimension(), start.length);
            for (int i = 0; i < numbers.length; i++) numbers[i] /= orbit.period();
            return new Mark(Fate.Cycles.class, false, numbers, orbit.period());
        }

        boolean resembles(Flow flow, Mark other) {
            if (kind != other.kind || family != other.family) return false;
            if (kind == Fate.Rests.class) return family || flow.distance(numbers, other.numbers) < SAME_POINT;
            if (Math.abs(period - other.period) > SAME_ORBIT * period) return false;
            for (int i = 0; i < numbers.length; i++) {
                if (Math.abs(numbers[i] - other.numbers[i]) > SAME_ORBIT * (1 + Math.abs(numbers[i]))) return false;
            }
            return true;
        }
    }
}
