package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.random.RandomStream;

/**
 * A parameter raised in steps and lowered again, each step beginning where the last one ended: what a slow experiment
 * sees. Where both directions end differently, two attractors coexist.
 *
 * @param upward one for each value, ascending
 * @param downward one for each value, ascending too
 */
public record HysteresisSweep(List<Step> upward, List<Step> downward) {

    private static final double SAME = 1e-4;
    private static final long SEED = 5;

    public HysteresisSweep {
        upward = List.copyOf(upward);
        downward = List.copyOf(downward);
    }

    /**
     * One value of the parameter.
     *
     * @param state on the attractor, from which the next step begins
     */
    public record Step(double parameter, Fate fate, double[] state) {
        public Step {
            state = state.clone();
        }

        @Override
        public double[] state() {
            return state.clone();
        }
    }

    /** Values between which both directions end differently. */
    public record Loop(double from, double to) {}

    /**
     * Sweeps.
     *
     * @param point values of the other parameters
     * @param values ascending
     * @param start state before the first step; its constants of motion are kept
     * @param kick distance by which each step begins beside the last state, so that a state that has become unstable is
     *     left; small compared with the distance of coexisting attractors
     */
    public static HysteresisSweep of(
            FlowFamily family,
            Map<String, Double> point,
            String parameter,
            double[] values,
            double[] start,
            double kick,
            LongTimePolicy policy) {
        Sweep sweep = new Sweep(family, point, parameter, start, kick, policy);
        List<Step> up = new ArrayList<>();
        for (double value : values) up.add(sweep.step(value));
        List<Step> down = new ArrayList<>();
        for (int i = values.length - 1; i >= 0; i--) down.addFirst(sweep.step(values[i]));
        return new HysteresisSweep(up, down);
    }

    /** Where the two directions differ: in kind, in the place of rest, or in the period. */
    public List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        int n = upward.size();
        int[] differing = IntStream.range(0, n).filter(this::differs).toArray();
        for (int k = 0; k < differing.length; k++) {
            int first = differing[k];
            while (k + 1 < differing.length && differing[k + 1] == differing[k] + 1) k++;
            loops.add(new Loop(upward.get(first).parameter, upward.get(differing[k]).parameter));
        }
        return loops;
    }

    private boolean differs(int i) {
        Fate a = last(upward.get(i).fate);
        Fate b = last(downward.get(i).fate);
        if (a instanceof Fate.Rests p && b instanceof Fate.Rests q) {
            return distance(p.point().state(), q.point().state()) > SAME;
        }
        if (a instanceof Fate.Cycles p && b instanceof Fate.Cycles q) {
            boolean families = p.orbit().neutralFamily() > 0 && q.orbit().neutralFamily() > 0;
            double ratio = p.orbit().period() / q.orbit().period();
            return !families && Math.abs(ratio - 1) > SAME;
        }
        return a.getClass() != b.getClass();
    }

    private static double distance(double[] a, double[] b) {
        return DenseAlgebra.distance(a, b);
    }

    private static Fate last(Fate fate) {
        return fate instanceof Fate.Metastable m ? m.finallyIs() : fate;
    }

    private static final class Sweep {
        private final FlowFamily family;
        private final Map<String, Double> point;
        private final String parameter;
        private final double[] levels;
        private final double kick;
        private final LongTimePolicy policy;
        private double[] state;
        private int steps;

        Sweep(
                FlowFamily family,
                Map<String, Double> point,
                String parameter,
                double[] start,
                double kick,
                LongTimePolicy policy) {
            this.family = family;
            this.point = new HashMap<>(point);
            this.parameter = parameter;
            this.levels = start.clone();
            this.kick = kick;
            this.policy = policy;
            this.state = start.clone();
        }

        Step step(double value) {
            point.put(parameter, value);
            Flow flow = family.at(point);
            double[] from = state.clone();
            for (int i = 0; i < from.length; i++) from[i] += kick * (2 * RandomStream.uniform(SEED, steps, i) - 1);
            steps++;
            Fate fate = LongTime.classify(flow, Levels.nearest(flow, from, levels), policy);
            state = switch (last(fate)) {
                case Fate.Rests r -> r.point().state();
                case Fate.Cycles c -> c.orbit().state();
                default -> from;
            };
            return new Step(value, fate, state);
        }
    }
}
