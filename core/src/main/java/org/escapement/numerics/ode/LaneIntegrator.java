package org.escapement.numerics.ode;

import java.util.Objects;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.KernelChoice;
import org.escapement.numerics.kernel.Kernels;
import org.escapement.numerics.kernel.LaneProgram;
import org.escapement.numerics.kernel.LanePrograms;
import org.escapement.numerics.kernel.Tape;

/**
 * Integrates many points of one system at once, one point per vector lane.
 * <p>Each lane has its own time, step size and decisions, and takes the next point when it is done; hence the result of
 * a point has the same bits whatever its neighbours, their order, the number of lanes and the kernel. Steps are shortened
 * to land exactly on each stop; dense output plays no part.
 * <p>Not thread-safe: one instance per thread, made by {@link #copy()}, which shares the generated code. A step allocates
 * nothing.
 */
public final class LaneIntegrator {
    private final Tape derivatives;
    private final Tableau tableau;
    private final Tolerances tolerances;
    private final long maxSteps;
    private final StepControl control;
    private final Kernel kernel;
    private final LaneProgram program;

    private final int n;
    private final int lanes;
    private final double[][] arrays;
    private final LaneClock clock;
    private final InitialStep initial;
    private final double[] y;
    private final double[] c;
    private final double[] slope;

    /** @param maxSteps largest number of trial steps (accepted and rejected) of one point */
    public LaneIntegrator(
            Tape derivatives, Tableau tableau, Tolerances tolerances, KernelChoice choice, long maxSteps) {
        this(
                derivatives,
                tableau,
                tolerances,
                maxSteps,
                Kernels.of(derivatives, choice),
                LanePrograms.compile(StepCodes.of(derivatives, tableau, tolerances), choice));
    }

    private LaneIntegrator(
            Tape derivatives,
            Tableau tableau,
            Tolerances tolerances,
            long maxSteps,
            Kernel kernel,
            LaneProgram program) {
        this.derivatives = derivatives;
        this.tableau = tableau;
        this.tolerances = tolerances;
        this.maxSteps = maxSteps;
        this.control = new StepControl(tableau);
        this.kernel = kernel;
        this.program = program;
        this.n = derivatives.variables();
        this.lanes = program.lanes();
        this.arrays = StepCodes.table(derivatives, tableau, lanes);
        this.clock = new LaneClock(arrays[StepCodes.TIME], arrays[StepCodes.STEP]);
        this.y = new double[n];
        this.c = new double[derivatives.coefficients()];
        this.slope = new double[n];
        this.initial = new InitialStep(new Lane(), tableau, tolerances);
    }

    /** An integrator for another thread, sharing the code. */
    public LaneIntegrator copy() {
        return new LaneIntegrator(derivatives, tableau, tolerances, maxSteps, kernel.copy(), program.copy());
    }

    /** The kernel in use, for provenance. */
    public String describe() {
        return program.describe();
    }

    /** Integrates all points. */
    public void run(LanePoints points, LaneSink sink) {
        Queue queue = new Queue(points, sink);
        queue.fillAll();
        while (queue.busy > 0) {
            program.run(arrays);
            queue.settle();
        }
    }

    /** The system of the point last begun, for choosing its first step. */
    private final class Lane implements OdeSystem {
        @Override
        public int dimension() {
            return n;
        }

        @Override
        public void derivatives(double t, double[] state, double[] dydt) {
            kernel.evaluate(t, state, c, dydt);
        }
    }

    /** One run over a set of points. */
    private final class Queue {
        private final LanePoints points;
        private final LaneSink sink;
        private final int stops;
        private int next;
        private int busy;

        Queue(LanePoints points, LaneSink sink) {
            this.points = Objects.requireNonNull(points);
            this.sink = Objects.requireNonNull(sink);
            this.stops = points.stops();
        }

        void fillAll() {
            busy = lanes;
            for (int l = 0; l < lanes; l++) {
                refill(l, StepCodes.STATE, StepCodes.FIRST_SLOPE);
            }
        }

        /** Gives lane l the next point that needs integrating, or leaves it idle. */
        private void refill(int l, int stateArray, int slopeArray) {
            while (next < points.count()) {
                if (begin(l, next++)) {
                    scatter(y, stateArray, l);
                    scatter(slope, slopeArray, l);
                    scatter(c, StepCodes.COEFFICIENTS, l);
                    return;
                }
            }
            clock.point[l] = -1;
            clock.time[l] = 0;
            clock.step[l] = 0;
            busy--;
        }

        private boolean begin(int l, int point) {
            points.begin(point, y, c);
            clock.begin(l, point);
            if (!Stepper.isFinite(y)) {
                end(l, LaneStatus.NOT_FINITE);
                return false;
            }
            if (!reachStops(l)) {
                return false;
            }
            kernel.evaluate(0, y, c, slope);
            double span = points.stop(point, stops - 1);
            double first = initial.choose(0, y, slope, span);
            if (!Double.isFinite(first)) {
                end(l, LaneStatus.NOT_FINITE);
                return false;
            }
            clock.floor[l] = 1e-22 * span;
            clock.propose(l, first);
            return true;
        }

        /** Reports every stop at the lane's time, its state being in {@code y}; false when none is left. */
        private boolean reachStops(int l) {
            int point = clock.point[l];
            while (clock.stop[l] < stops && points.stop(point, clock.stop[l]) <= clock.time[l]) {
                sink.reached(point, clock.stop[l]++, clock.time[l], y);
            }
            if (clock.stop[l] == stops) {
                end(l, LaneStatus.COMPLETED);
                return false;
            }
            clock.target[l] = points.stop(point, clock.stop[l]);
            return true;
        }

        private void end(int l, LaneStatus status) {
            sink.ended(clock.point[l], status, clock.accepted[l], clock.rejected[l]);
        }

        /**
         * Accepts or refuses the trial step of each lane. As nearly all steps are accepted, old and new arrays change
         * places and the refused lanes are copied back.
         */
        void settle() {
            for (int l = 0; l < lanes; l++) {
                if (clock.point[l] < 0) {
                    continue;
                }
                double error = arrays[StepCodes.ERROR][l];
                boolean goesOn = error <= 1 ? accept(l, error) : refuse(l, error);
                if (!goesOn) {
                    refill(l, StepCodes.NEW_STATE, StepCodes.LAST_SLOPE);
                }
            }
            swap(StepCodes.STATE, StepCodes.NEW_STATE);
            swap(StepCodes.FIRST_SLOPE, StepCodes.LAST_SLOPE);
        }

        private boolean accept(int l, double error) {
            double factor = control.afterAcceptance(error, clock.lastError[l]);
            clock.lastError[l] = StepControl.remembered(error);
            if (clock.accept(l, factor)) {
                gather(StepCodes.NEW_STATE, l);
                if (!reachStops(l)) {
                    return false;
                }
            }
            clock.propose(l, clock.planned[l]);
            return withinLimits(l, error);
        }

        private boolean refuse(int l, double error) {
            copy(StepCodes.STATE, StepCodes.NEW_STATE, l);
            copy(StepCodes.FIRST_SLOPE, StepCodes.LAST_SLOPE, l);
            clock.refuse(l, control.afterRejection(error));
            clock.propose(l, clock.planned[l]);
            return withinLimits(l, error);
        }

        private boolean withinLimits(int l, double error) {
            if (clock.isStuck(l)) {
                boolean finite = error < Double.POSITIVE_INFINITY;
                end(l, finite ? LaneStatus.STEP_TOO_SMALL : LaneStatus.NOT_FINITE);
                return false;
            }
            if (clock.accepted[l] + clock.rejected[l] >= maxSteps) {
                end(l, LaneStatus.TOO_MANY_STEPS);
                return false;
            }
            return true;
        }
    }

    private void gather(int array, int l) {
        double[] from = arrays[array];
        for (int i = 0; i < n; i++) {
            y[i] = from[i * lanes + l];
        }
    }

    private void scatter(double[] values, int array, int l) {
        double[] to = arrays[array];
        for (int i = 0; i < values.length; i++) {
            to[i * lanes + l] = values[i];
        }
    }

    private void copy(int from, int to, int l) {
        double[] source = arrays[from];
        double[] target = arrays[to];
        for (int i = l; i < source.length; i += lanes) {
            target[i] = source[i];
        }
    }

    private void swap(int a, int b) {
        double[] held = arrays[a];
        arrays[a] = arrays[b];
        arrays[b] = held;
    }
}
