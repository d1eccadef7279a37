package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LeastSquaresNewton;
import org.escapement.numerics.random.RandomStream;

/**
 * Fixed points of a flow. {@link #all}: those of polynomial equations, without exception, as ends of homotopies.
 * {@link #find}: by Newton iterations from many starts, f(y) = 0 together with each constant of motion at the value it
 * has in the start; finds what the starts lead to. Not thread-safe.
 */
public final class FixedPoints {

    private static final int ITERATIONS = 200;

    private final Flow flow;
    private final List<Start> starts = new ArrayList<>();
    private double tolerance = 1e-12;
    private double separation = 1e-6;
    private double neutral = 1e-6;

    private FixedPoints(Flow flow) {
        this.flow = flow;
    }

    public static FixedPoints of(Flow flow) {
        return new FixedPoints(flow);
    }

    /** Adds starts. */
    public FixedPoints from(List<double[]> states) {
        for (double[] state : states) starts.add(new Start(state.clone(), state.clone()));
        return this;
    }

    /**
     * Adds starts scattered evenly in a cube around a state; the fixed points sought have its constants of motion.
     *
     * @param reach half the edge of the cube; it should cover all states of interest (2 r around a point of a sphere of radius r)
     */
    public FixedPoints around(double[] state, double reach, int count, long seed) {
        for (int k = 0; k < count; k++) {
            double[] start = state.clone();
            for (int i = 0; i < start.length; i++) start[i] += reach * (2 * RandomStream.uniform(seed, k, i) - 1);
            starts.add(new Start(start, state.clone()));
        }
        return this;
    }

    /** Where an iteration starts and whose constants of motion it keeps. */
    private record Start(double[] state, double[] levels) {}

    /** Largest residual |f| that counts as zero; 1e-12 unless set. */
    public FixedPoints tolerance(double residual) {
        tolerance = residual;
        return this;
    }

    /** Distance below which two solutions are one; 1e-6 unless set. */
    public FixedPoints separation(double distance) {
        separation = distance;
        return this;
    }

    /** Modulus (and real part) of an eigenvalue that counts as zero; 1e-6 unless set. */
    public FixedPoints neutral(double modulus) {
        neutral = modulus;
        return this;
    }

    /**
     * All fixed points whose constants of motion are those of a state. Complete where the equations are polynomial and
     * have at most 5000 complex solutions, counted by degrees; the result says whether that is so.
     */
    public static FixedPointSet all(Flow flow, double[] levels) {
        return new FixedPointSearch(flow, levels).run();
    }

    /** All different fixed points reached, in the order in which they were found. */
    public List<FixedPoint> find() {
        List<FixedPoint> found = new ArrayList<>();
        for (Start start : starts) {
            near(start.state(), start.levels())
                    .filter(p -> found.stream().noneMatch(q -> flow.distance(p.state(), q.state()) < separation))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The fixed point that the iteration from one start reaches. */
    public Optional<FixedPoint> near(double[] start) {
        return near(start, start);
    }

    /**
     * The fixed point that the iteration from one start reaches, with the constants of motion of another state: a state
     * reached by a long integration has them only up to its error.
     */
    public Optional<FixedPoint> near(double[] start, double[] levels) {
        LeastSquaresNewton.Solution solution =
                LeastSquaresNewton.solve(new AtRest(flow.conserved(levels)), start, tolerance / 10, ITERATIONS);
        // At a double root the residual is quadratic in the distance; rounding keeps it near 1e-16.
        if (!(solution.residual() <= tolerance)) return Optional.empty();
        return Optional.of(describe(solution.x()));
    }

    /** Stability of a state at which the flow rests. */
    public FixedPoint describe(double[] state) {
        double[][] restricted = DenseAlgebra.restrict(flow.jacobian(state), flow.tangentSpace(state));
        List<Complex> eigenvalues = DenseAlgebra.eigenvalues(restricted);
        double residual = 0;
        for (double f : flow.rates(state)) residual = Math.max(residual, Math.abs(f));
        int zeros =
                (int) eigenvalues.stream().filter(e -> e.modulus() <= neutral).count();
        return new FixedPoint(state, residual, eigenvalues, kind(eigenvalues), zeros);
    }

    private FixedPoint.Kind kind(List<Complex> eigenvalues) {
        int growing = 0;
        int decaying = 0;
        int turning = 0;
        boolean spiral = false;
        for (Complex e : eigenvalues) {
            if (e.modulus() <= neutral) continue;
            if (e.re() > neutral) growing++;
            else if (e.re() < -neutral) decaying++;
            else turning++;
            spiral |= Math.abs(e.re()) > neutral && Math.abs(e.im()) > neutral;
        }
        if (growing > 0 && decaying > 0) return FixedPoint.Kind.SADDLE;
        if (growing > 0) return spiral ? FixedPoint.Kind.UNSTABLE_FOCUS : FixedPoint.Kind.UNSTABLE_NODE;
        if (turning > 0) return decaying > 0 ? FixedPoint.Kind.STABLE_BESIDE_CENTRE : FixedPoint.Kind.CENTRE;
        if (decaying == 0) return FixedPoint.Kind.NEUTRAL;
        return spiral ? FixedPoint.Kind.STABLE_FOCUS : FixedPoint.Kind.STABLE_NODE;
    }

    /** f(y) = 0 and constants of motion at given values. */
    private final class AtRest implements LeastSquaresNewton.System {
        private final double[] levels;

        AtRest(double[] levels) {
            this.levels = levels;
        }

        @Override
        public int unknowns() {
            return flow.dimension();
        }

        @Override
        public int equations() {
            return flow.dimension() + levels.length;
        }

        @Override
        public boolean evaluate(double[] x, double[] residual, double[][] jacobian) {
            int n = flow.dimension();
            double[] f = flow.rates(x);
            double[][] j = flow.jacobian(x);
            double[] now = flow.conserved(x);
            double[][] gradients = flow.conservedGradients(x);
            for (int i = 0; i < n; i++) {
                residual[i] = f[i];
                jacobian[i] = j[i];
            }
            for (int k = 0; k < levels.length; k++) {
                residual[n + k] = now[k] - levels[k];
                jacobian[n + k] = gradients[k];
            }
            return Double.isFinite(DenseAlgebra.norm(residual));
        }
    }
}
