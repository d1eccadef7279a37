package org.escapement.numerics.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Integrates one trajectory by an explicit Runge-Kutta method with step size control, dense output and events.
 * <p>Settings are changed by the chaining methods before {@link #integrate}; steps allocate nothing unless an event is
 * found. Not thread-safe.
 */
public final class OdeIntegrator {
    private final OdeSystem system;
    private final Tableau tableau;
    private final Tolerances tolerances;
    private final StepControl control;
    private final List<StepObserver> observers = new ArrayList<>();
    private final List<OdeEvent> events = new ArrayList<>();
    private long maximumSteps = 10_000_000;
    private double initialStep;
    private double maximumStep = Double.POSITIVE_INFINITY;

    public OdeIntegrator(OdeSystem system, Tableau tableau, Tolerances tolerances) {
        this.system = Objects.requireNonNull(system);
        this.tableau = Objects.requireNonNull(tableau);
        this.tolerances = Objects.requireNonNull(tolerances);
        this.control = new StepControl(tableau);
    }

    /** Largest number of trial steps, accepted and rejected; 10 million unless set. */
    public OdeIntegrator maximumSteps(long count) {
        maximumSteps = count;
        return this;
    }

    /** Length of the first step; chosen from the equations unless set. */
    public OdeIntegrator initialStep(double length) {
        initialStep = Math.abs(length);
        return this;
    }

    /** Largest length of a step; unbounded unless set. */
    public OdeIntegrator maximumStep(double length) {
        maximumStep = Math.abs(length);
        return this;
    }

    public OdeIntegrator observe(StepObserver observer) {
        observers.add(Objects.requireNonNull(observer));
        return this;
    }

    public OdeIntegrator event(OdeEvent event) {
        events.add(Objects.requireNonNull(event));
        return this;
    }

    /** Integrates from y at t0 to t1, which may lie before t0; {@code y} is left unchanged. */
    public OdeOutcome integrate(double t0, double[] y, double t1) {
        if (y.length != system.dimension()) {
            throw new IllegalArgumentException(
                    "state has " + y.length + " components, the system " + system.dimension());
        }
        if (!Double.isFinite(t0) || !Double.isFinite(t1)) {
            throw new IllegalArgumentException("need finite times, got " + t0 + " and " + t1);
        }
        return new Run(t0, t1).from(y);
    }

    /** State of one integration. */
    private final class Run {
        private final StepCounts counts = new StepCounts();
        private final Stepper stepper = new Stepper(system, tableau, tolerances, counts);
        private final EventSearch search = new EventSearch(events, system.dimension());
        private final double[] errors = new double[system.dimension()];
        private final double end;
        private double time;
        private double step;
        private double lastError = StepControl.FIRST;
        private boolean finiteTrial = true;

        Run(double start, double end) {
            this.time = start;
            this.end = end;
        }

        OdeOutcome from(double[] y) {
            stepper.begin(time, y);
            search.begin(time, y);
            if (time == end) {
                return outcome(OdeStatus.COMPLETED);
            }
            double span = end - time;
            double chosen = initialStep > 0 ? Math.copySign(initialStep, span) : firstStep(span);
            if (!Double.isFinite(chosen) || !Stepper.isFinite(y)) {
                return outcome(OdeStatus.NOT_FINITE);
            }
            step = limited(chosen);
            double floor = 1e-22 * Math.abs(span);
            while (true) {
                OdeStatus status = advance();
                if (status != null) {
                    return outcome(status);
                }
                if (counts.accepted + counts.rejected >= maximumSteps) {
                    return outcome(OdeStatus.TOO_MANY_STEPS);
                }
                if (!(Math.abs(step) > Math.max(floor, 2 * Math.ulp(time)))) {
                    return outcome(finiteTrial ? OdeStatus.STEP_TOO_SMALL : OdeStatus.NOT_FINITE);
                }
            }
        }

        private double firstStep(double span) {
            counts.evaluations++;
            return new InitialStep(system, tableau, tolerances).choose(time, stepper.state, stepper.slope(), span);
        }

        private double limited(double wished) {
            return Math.abs(wished) > maximumStep ? Math.copySign(maximumStep, wished) : wished;
        }

        /** One trial step; a status when the integration is over. */
        private OdeStatus advance() {
            double left = end - time;
            boolean lands = Math.abs(step) * 1.01 >= Math.abs(left);
            double h = lands ? left : step;
            double error = stepper.attempt(h);
            finiteTrial = error < Double.POSITIVE_INFINITY;
            if (!(error <= 1)) {
                counts.rejected++;
                step = h * control.afterRejection(error);
                return null;
            }
            counts.accepted++;
            stepper.addLocalErrors(errors);
            step = limited(h * control.afterAcceptance(error, lastError));
            lastError = StepControl.remembered(error);
            return finishStep(lands ? end : time + h, lands);
        }

        private OdeStatus finishStep(double newTime, boolean lands) {
            stepper.show(newTime);
            double stop = search.search(stepper);
            boolean stopped = !Double.isNaN(stop);
            if (stopped) {
                stepper.shorten(stop);
            }
            for (int i = 0; i < observers.size(); i++) {
                observers.get(i).accepted(stepper);
            }
            if (stopped) {
                double[] there = search.found().getLast().state();
                time = stop;
                System.arraycopy(there, 0, stepper.state, 0, there.length);
                return OdeStatus.STOPPED_BY_EVENT;
            }
            time = newTime;
            stepper.advance(newTime);
            return lands ? OdeStatus.COMPLETED : null;
        }

        private OdeOutcome outcome(OdeStatus status) {
            return new OdeOutcome(status, time, stepper.state, counts, errors, search.found());
        }
    }
}
