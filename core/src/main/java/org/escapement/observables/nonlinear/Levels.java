package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LeastSquaresNewton;
import org.escapement.numerics.random.RandomStream;

/** States with given constants of motion. Stateless and thread-safe. */
public final class Levels {

    private static final double EXACT = 1e-13;

    private Levels() {}

    /**
     * The state next to a given one that has the constants of motion of another.
     *
     * @throws ArithmeticException when there is none near it
     */
    public static double[] nearest(Flow flow, double[] state, double[] levelsOf) {
        if (flow.constants() == 0) return state.clone();
        double[] levels = flow.conserved(levelsOf);
        LeastSquaresNewton.Solution s = LeastSquaresNewton.solve(new OnLevels(flow, levels), state, EXACT, 100);
        double size = 1 + DenseAlgebra.norm(levels);
        if (s.residual() <= 1e-10 * size) return s.x();
        throw new ArithmeticException("no state near " + Arrays.toString(state) + " has the constants of motion "
                + flow.conservedNames() + " of the reference state");
    }

    /**
     * A random state with the constants of motion of another: variables that occur in a constant of motion are drawn
     * without preferred direction (evenly on the sphere of a spin's length), the others evenly within a distance.
     *
     * @param reach largest distance of a variable without constant of motion from its value in that state
     */
    public static double[] random(Flow flow, double[] levelsOf, double reach, long seed, long index) {
        boolean[] bound = bound(flow, levelsOf);
        double[] y = levelsOf.clone();
        for (int i = 0; i < y.length; i++) {
            double u = RandomStream.uniform(seed, index, 2L * i);
            if (!bound[i]) {
                y[i] += reach * (2 * u - 1);
                continue;
            }
            // A normal deviate by the method of Box and Muller.
            double v = RandomStream.uniform(seed, index, 2L * i + 1);
            y[i] = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
        }
        rescale(flow, y, levelsOf);
        return nearest(flow, y, levelsOf);
    }

    /** Which variables occur in a constant of motion. */
    private static boolean[] bound(Flow flow, double[] state) {
        List<String> names = new ArrayList<>();
        flow.conservedExpressions().forEach(e -> names.addAll(e.symbols()));
        boolean[] bound = new boolean[state.length];
        for (int i = 0; i < bound.length; i++)
            bound[i] = names.contains(flow.variables().get(i));
        return bound;
    }

    /** Scales the variables of each quadratic constant of motion to its value: the nearest state then keeps directions. */
    private static void rescale(Flow flow, double[] y, double[] levelsOf) {
        double[] wanted = flow.conserved(levelsOf);
        double[] now = flow.conserved(y);
        for (int k = 0; k < wanted.length; k++) {
            if (!(wanted[k] >= 0 && now[k] > 0)) continue;
            double factor = Math.sqrt(wanted[k] / now[k]);
            List<String> own = List.copyOf(flow.conservedExpressions().get(k).symbols());
            for (int i = 0; i < y.length; i++) if (own.contains(flow.variables().get(i))) y[i] *= factor;
        }
    }

    private record OnLevels(Flow flow, double[] levels) implements LeastSquaresNewton.System {
        @Override
        public int unknowns() {
            return flow.dimension();
        }

        @Override
        public int equations() {
            return levels.length;
        }

        @Override
        public boolean evaluate(double[] x, double[] residual, double[][] jacobian) {
            double[] now = flow.conserved(x);
            double[][] gradients = flow.conservedGradients(x);
            for (int k = 0; k < levels.length; k++) {
                residual[k] = now[k] - levels[k];
                jacobian[k] = gradients[k];
            }
            return Double.isFinite(DenseAlgebra.norm(residual));
        }
    }
}
