package org.escapement.numerics.ode;

import java.util.List;

/**
 * Result of an integration. A failure is a status, never an exception, and the state is the last accepted one.
 *
 * @see #errorEstimate()
 */
public final class OdeOutcome {
    private final OdeStatus status;
    private final double time;
    private final double[] state;
    private final long accepted;
    private final long rejected;
    private final long evaluations;
    private final double[] errorEstimate;
    private final List<EventRecord> events;

    OdeOutcome(
            OdeStatus status,
            double time,
            double[] state,
            StepCounts counts,
            double[] errors,
            List<EventRecord> events) {
        this.status = status;
        this.time = time;
        this.state = state.clone();
        this.accepted = counts.accepted;
        this.rejected = counts.rejected;
        this.evaluations = counts.evaluations;
        this.errorEstimate = errors.clone();
        this.events = List.copyOf(events);
    }

    public OdeStatus status() {
        return status;
    }

    /** Time reached: the end, the stopping event, or the last accepted step. */
    public double time() {
        return time;
    }

    public double[] state() {
        return state.clone();
    }

    public long accepted() {
        return accepted;
    }

    public long rejected() {
        return rejected;
    }

    /** Evaluations of the right-hand side. */
    public long evaluations() {
        return evaluations;
    }

    /**
     * Per component, the sum over accepted steps of |estimated local error|. It overestimates where local errors cancel
     * or decay and underestimates where the flow separates neighbouring solutions; it is no bound of the global error.
     */
    public double[] errorEstimate() {
        return errorEstimate.clone();
    }

    /** Zeros of all events in order of occurrence. */
    public List<EventRecord> events() {
        return events;
    }

    /** Whether the end was reached or an event stopped the integration. */
    public boolean succeeded() {
        return status == OdeStatus.COMPLETED || status == OdeStatus.STOPPED_BY_EVENT;
    }

    @Override
    public String toString() {
        return status + " at t = " + time + " after " + accepted + " accepted and " + rejected + " rejected steps";
    }
}
