package org.escapement.study.question.moments;

import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.cumulant.MomentExpectation;
import org.escapement.dynamics.cumulant.MomentSystem;
import org.escapement.model.ModelException;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.observables.Accuracy;
import org.escapement.study.question.Point;
import org.escapement.study.question.Reply;

/** Closed moments along the evolution from the start of a run. */
final class ClosedEvolution {

    private ClosedEvolution() {}

    static Reply of(Point point, CumulantOptions options, Aspect.Evolving asked) {
        MomentEquations equations = ClosedState.equations(point, options);
        MomentSystem system = equations.at(point.values());
        MomentExpectation e = equations.expectation(asked.of().operator());
        Accuracy accuracy = point.accuracy();
        double[] y = equations.start(point.start(), point.values());
        double[] values = new double[asked.times().size()];
        double error = 0;
        double now = 0;
        for (int i = 0; i < values.length; i++) {
            double time = asked.times().get(i);
            if (time > now) {
                OdeOutcome outcome = new OdeIntegrator(system, accuracy.method().tableau(), accuracy.tolerances())
                        .maximumSteps(accuracy.maximumSteps())
                        .integrate(now, y, time);
                if (!outcome.succeeded()) {
                    throw new ModelException("the closed moment equations fail at t = " + outcome.time() + ": "
                            + outcome.status() + "; the closure may have no bounded solution here");
                }
                y = outcome.state();
                error = Math.max(error, projected(system.gradient(e, y), outcome.errorEstimate()));
                now = time;
            }
            values[i] = asked.of()
                    .limit(e.twiceOrder(), system.value(e, y), equations.model().size());
        }
        return new Reply(values, error);
    }

    private static double projected(double[] gradient, double[] errors) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) sum += Math.abs(gradient[i] * errors[i]);
        return sum;
    }
}
