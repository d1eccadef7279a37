package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactFlow;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.model.InitialState;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/** Density matrices along an evolution, for what no expectation value tells. Stateless. */
public final class ExactStates {

    /** One array as the flow wants it. */
    private record Motion(ExactFlow flow) implements OdeSystem {
        @Override
        public int dimension() {
            return flow.dimension();
        }

        @Override
        public void derivatives(double t, double[] y, double[] dydt) {
            flow.derivatives(t, y, dydt);
        }
    }

    private ExactStates() {}

    /**
     * The states at times.
     *
     * @param times ascending, from 0 on
     * @throws org.escapement.dynamics.OutOfReachException when the density matrix does not fit into memory
     * @throws ConvergenceException when the integration ends early
     */
    public static List<DensityMatrix> at(ExactSystem system, InitialState start, double[] times, Accuracy accuracy) {
        DensityMatrix rho = new StartStates(system).of(start);
        ExactFlow flow = new ExactFlow(system, rho, List.of());
        flow.requireMemory(accuracy.method().tableau().stages() + 10);
        double[] y = flow.start(rho, ExactLevel.classical(start, system));
        double now = 0;
        List<DensityMatrix> states = new ArrayList<>();
        for (double time : times) {
            if (time > now) y = next(flow, now, y, time, accuracy);
            now = time;
            states.add(flow.state(y));
        }
        return states;
    }

    private static double[] next(ExactFlow flow, double from, double[] y, double to, Accuracy accuracy) {
        OdeOutcome end = new OdeIntegrator(new Motion(flow), accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps())
                .integrate(from, y, to);
        if (end.succeeded()) return end.state();
        throw new ConvergenceException("the master equation was followed only to t = " + end.time() + ", not to " + to);
    }
}
