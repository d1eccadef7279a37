package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.DenseStep;
import org.escapement.numerics.ode.EventRecord;
import org.escapement.numerics.ode.OdeEvent;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.observables.Accuracy;

/** Follows one solution window by window, and remembers how far it ranges, how slow it gets and where it returns. */
final class Watch {

    private static final int KEPT = 600;

    private final Flow flow;
    private final Accuracy accuracy;
    private final Optional<Section> given;
    private final List<Expression> integrands;
    private final int n;
    private final List<EventRecord> returns = new ArrayList<>();
    private Section section;
    private double time;
    private double[] state;
    private double[] low;
    private double[] high;
    private double fastest;
    private double slowest;
    private double[] slowestState;
    private boolean failed;

    /** Also carries along integrals of expressions from the start on. */
    Watch(Flow flow, double[] start, Accuracy accuracy, Optional<Section> section, List<Expression> integrands) {
        this.flow = flow;
        this.n = flow.dimension();
        this.integrands = List.copyOf(integrands);
        this.accuracy = accuracy;
        this.given = section;
        this.state = Arrays.copyOf(start, n + integrands.size());
        this.fastest = DenseAlgebra.norm(flow.rates(start));
        this.section = section.orElse(null);
    }

    /** Goes on for a time; false when the integration fails. */
    boolean advance(double duration) {
        low = Arrays.copyOf(state, n);
        high = low.clone();
        slowest = Double.POSITIVE_INFINITY;
        OdeIntegrator integrator =
                Flow.integrator(flow.system(integrands), accuracy).observe(new Ranges()::step);
        if (section != null) integrator.event(new Crossings(flow, section, OdeEvent.Action.CONTINUE));
        OdeOutcome outcome = integrator.integrate(time, state, time + duration);
        failed = !outcome.succeeded();
        returns.addAll(outcome.events());
        if (returns.size() > KEPT) returns.subList(0, returns.size() - KEPT).clear();
        time = outcome.time();
        state = outcome.state();
        if (given.isEmpty()) chooseSection();
        return !failed;
    }

    /** The middle of the variable that varied most, if the present section was not crossed at least twice. */
    private void chooseSection() {
        if (section != null && returns.size() >= 2 && returns.getLast().time() > time - 0.5 * sinceStart()) return;
        int widest = 0;
        for (int i = 1; i < low.length; i++) {
            if (high[i] - low[i] > high[widest] - low[widest]) widest = i;
        }
        boolean angle = flow.family().isAngle(widest);
        Expression variable = Expression.symbol(flow.variables().get(widest));
        Expression quantity = angle ? Expression.call("sin", variable) : variable;
        double middle = angle ? 0 : 0.5 * (low[widest] + high[widest]);
        section = Section.rising(quantity, middle);
        returns.clear();
    }

    private double sinceStart() {
        return Math.max(time, 1);
    }

    private final class Ranges {
        private final double[] y = new double[n + integrands.size()];
        private final double[] f = new double[n];
        private final org.escapement.numerics.ode.OdeSystem system = flow.system();

        void step(DenseStep step) {
            step.at(step.end(), y);
            for (int i = 0; i < n; i++) {
                low[i] = Math.min(low[i], y[i]);
                high[i] = Math.max(high[i], y[i]);
            }
            system.derivatives(0, y, f);
            double speed = DenseAlgebra.norm(f);
            fastest = Math.max(fastest, speed);
            if (speed < slowest) {
                slowest = speed;
                slowestState = Arrays.copyOf(y, n);
            }
        }
    }

    /** The pair of returns that comes closest: the last one and one of those before it. */
    record Closest(double[] state, double period, double mismatch) {}

    /**
     * How nearly the last return repeats one of the few before it, relative to the extent of the motion: the first that
     * is close enough (multiples of a period repeat as well as the period), else the closest.
     */
    Optional<Closest> closest(int mostBack, double enough) {
        int last = returns.size() - 1;
        Closest best = null;
        for (int back = 1; back <= mostBack && back <= last; back++) {
            double[] now = Arrays.copyOf(returns.get(last).state(), n);
            double mismatch = flow.distance(now, returns.get(last - back).state()) / size();
            double period = returns.get(last).time() - returns.get(last - back).time();
            if (best == null || mismatch < best.mismatch()) best = new Closest(now, period, mismatch);
            if (mismatch <= enough) break;
        }
        return Optional.ofNullable(best);
    }

    List<EventRecord> returns() {
        return List.copyOf(returns);
    }

    /** Extent of the motion in the last window; angles count as 2 pi at most. */
    double size() {
        double[] d = new double[low.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = high[i] - low[i];
            if (flow.family().isAngle(i)) d[i] = Math.min(d[i], 2 * Math.PI);
        }
        return DenseAlgebra.norm(d);
    }

    double time() {
        return time;
    }

    double[] state() {
        return Arrays.copyOf(state, n);
    }

    /** Values of the integrals now. */
    double[] carried() {
        return Arrays.copyOfRange(state, n, state.length);
    }

    /** Largest speed so far. */
    double fastest() {
        return fastest;
    }

    /** Smallest speed in the last window. */
    double slowest() {
        return slowest;
    }

    /** Where it was that slow. */
    double[] slowestState() {
        return Arrays.copyOf(slowestState, slowestState.length);
    }

    boolean failed() {
        return failed;
    }
}
