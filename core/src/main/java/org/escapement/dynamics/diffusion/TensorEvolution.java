package org.escapement.dynamics.diffusion;

import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;

/** Evolution of a vector of coordinates with a generator. */
record TensorEvolution(Sparse generator) implements OdeSystem {

    private static final Tolerances TOLERANCES = new Tolerances(1e-10, 1e-12);

    /** Receives the vector at the time with a number. */
    interface Seen {
        void at(int number, double[] x);
    }

    @Override
    public int dimension() {
        return generator.rows();
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        generator.multiply(y, dydt);
    }

    /** Evolves from time 0 through ascending times. */
    void run(double[] start, double[] times, Seen seen) {
        double[] x = start;
        double now = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] < now) throw new ModelException("times must ascend from 0, not " + times[i] + " after " + now);
            OdeOutcome outcome =
                    new OdeIntegrator(this, Tableau.dormandPrince853(), TOLERANCES).integrate(now, x, times[i]);
            if (!outcome.succeeded()) throw new ModelException("the evolution in tensors failed: " + outcome);
            x = outcome.state();
            now = times[i];
            seen.at(i, x);
        }
    }
}
