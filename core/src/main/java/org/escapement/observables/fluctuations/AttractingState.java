package org.escapement.observables.fluctuations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.ModelException;
import org.escapement.numerics.random.RandomStream;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.FixedPoint;
import org.escapement.observables.nonlinear.FixedPoints;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;

/**
 * The stationary means that attract, found by Newton iterations from many starts. Where there are several, the one that
 * the evolution from the given state reaches.
 */
public final class AttractingState {

    private static final int STARTS = 60;
    private static final long SEED = 20_240_517;
    private static final double LONG = 2000;
    private static final double NEAR = 1e-4;

    private AttractingState() {}

    /**
     * The attracting stationary means with the constants of motion of a state.
     *
     * @param family the mean-field flow of the same equations
     * @param state mean-field variables
     * @throws ModelException when nothing attracts, or several states do and the evolution reaches none of them
     */
    public static double[] of(FlowFamily family, FluctuationPoint point, double[] state, Accuracy accuracy) {
        Flow flow = family.at(point.values().given());
        FixedPoints search = FixedPoints.of(flow);
        List<double[]> attracting = new ArrayList<>();
        for (double[] start : starts(point.equations(), state)) {
            search.near(start, state)
                    .filter(FixedPoint::attracting)
                    .map(FixedPoint::state)
                    .filter(found -> attracting.stream().noneMatch(known -> flow.distance(known, found) < NEAR))
                    .ifPresent(attracting::add);
        }
        if (attracting.size() == 1) return attracting.getFirst();
        if (attracting.isEmpty()) {
            throw new ModelException("no stationary state attracts at "
                    + point.values().given() + ": ask for a time or for an average over a window");
        }
        return reached(flow, attracting, state, accuracy);
    }

    private static double[] reached(Flow flow, List<double[]> attracting, double[] state, Accuracy accuracy) {
        double[] end = new org.escapement.numerics.ode.OdeIntegrator(
                        flow.system(), accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps())
                .integrate(0, state, LONG)
                .state();
        return attracting.stream()
                .filter(known -> flow.distance(known, end) < NEAR)
                .findFirst()
                .orElseThrow(() -> new ModelException(attracting.size()
                        + " stationary states attract, and the evolution from the start has reached none of them at t = "
                        + LONG));
    }

    /** The state itself, and spins turned to even directions with amplitudes and oscillators scattered around theirs. */
    private static List<double[]> starts(FluctuationEquations equations, double[] state) {
        MeanFieldEquations means = equations.means();
        int spins = means.model().ensembles().size();
        List<double[]> starts = new ArrayList<>(List.of(state));
        for (int k = 0; k < STARTS; k++) {
            double[] start = state.clone();
            for (int s = 0; s < spins; s++) turn(start, 3 * s, k);
            for (int i = 3 * spins; i < start.length; i++) start[i] += 4 * (RandomStream.uniform(SEED, k, i) - 0.5);
            starts.add(start);
        }
        return starts;
    }

    private static void turn(double[] start, int x, int k) {
        double length = Math.sqrt(
                IntStream.range(x, x + 3).mapToDouble(i -> start[i] * start[i]).sum());
        double z = 2 * RandomStream.uniform(SEED, k, x) - 1;
        double angle = 2 * Math.PI * RandomStream.uniform(SEED, k, x + 1);
        double across = Math.sqrt(1 - z * z);
        start[x] = length * across * Math.cos(angle);
        start[x + 1] = length * across * Math.sin(angle);
        start[x + 2] = length * z;
    }
}
