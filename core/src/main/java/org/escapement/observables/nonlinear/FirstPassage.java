package org.escapement.observables.nonlinear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.expression.Expression;
import org.escapement.numerics.ode.OdeEvent;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeStatus;
import org.escapement.observables.Accuracy;

/** First times at which a quantity, or its moving average, passes a level. Stateless and thread-safe. */
public final class FirstPassage {

    private FirstPassage() {}

    /** When and where a section is first crossed; integrals that were carried along follow the state. */
    public record Passage(double time, double[] state) {
        public Passage {
            state = state.clone();
        }

        @Override
        public double[] state() {
            return state.clone();
        }
    }

    /**
     * First crossing of a section after t = 0.
     *
     * @return empty if there is none before the longest time
     * @throws ArithmeticException when the integration fails
     */
    public static Optional<Passage> of(Flow flow, Section section, double[] start, double longest, Accuracy accuracy) {
        return of(flow, section, List.of(), start, longest, accuracy);
    }

    /** The same, carrying along time integrals of expressions, which begin at zero. */
    public static Optional<Passage> of(
            Flow flow,
            Section section,
            List<Expression> integrands,
            double[] start,
            double longest,
            Accuracy accuracy) {
        double[] extended = Arrays.copyOf(start, start.length + integrands.size());
        OdeOutcome outcome = Flow.integrator(flow.system(integrands), accuracy)
                .event(new Crossings(flow, section, OdeEvent.Action.STOP))
                .integrate(0, extended, longest);
        if (!outcome.succeeded()) throw new ArithmeticException("the integration failed: " + outcome);
        if (outcome.status() != OdeStatus.STOPPED_BY_EVENT) return Optional.empty();
        return Optional.of(new Passage(outcome.time(), outcome.state()));
    }

    /**
     * First time t at which the average of a quantity over [t - width/2, t + width/2] has reached a level in the sense of
     * the section; t starts at width/2.
     *
     * @return empty if that does not happen before the longest time
     * @throws ArithmeticException when the integration fails
     */
    public static OptionalDouble ofMovingAverage(
            Flow flow, Section section, double width, double[] start, double longest, Accuracy accuracy) {
        MovingAverage average = new MovingAverage(flow.quantity(section.quantity()), flow.dimension(), section, width);
        double[] y = Arrays.copyOf(start, start.length + 1);
        double time = 0;
        double end = longest + width / 2;
        while (time < end && average.passage().isEmpty()) {
            OdeOutcome outcome = Flow.integrator(flow.system(List.of(section.quantity())), accuracy)
                    .observe(average::step)
                    .integrate(time, y, Math.min(end, time + 50 * width));
            if (!outcome.succeeded()) throw new ArithmeticException("the integration failed: " + outcome);
            time = outcome.time();
            y = outcome.state();
        }
        return average.passage();
    }
}
