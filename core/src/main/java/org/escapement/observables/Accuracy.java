package org.escapement.observables;

import org.escapement.numerics.kernel.KernelChoice;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;

/**
 * What a computation is asked to be accurate to; recorded with every result.
 *
 * @param relative relative tolerance of each integration step
 * @param absolute absolute tolerance of each integration step
 * @param method integration method
 * @param kernel how equations are executed; the result has the same bits for every choice
 * @param maximumSteps largest number of steps for one point
 */
public record Accuracy(double relative, double absolute, Method method, KernelChoice kernel, long maximumSteps) {

    /** The explicit Runge-Kutta methods on offer. */
    public enum Method {
        /** Dormand and Prince, order 8 with error estimates of orders 5 and 3. */
        DOP853,
        /** Dormand and Prince, order 5 with an error estimate of order 4. */
        DOP54;

        public Tableau tableau() {
            return this == DOP853 ? Tableau.dormandPrince853() : Tableau.dormandPrince54();
        }
    }

    /** For single numbers: tolerances of 1e-11. */
    public static Accuracy fine() {
        return new Accuracy(1e-11, 1e-11, Method.DOP853, KernelChoice.AUTOMATIC, 50_000_000);
    }

    /** For maps of many points: tolerances of 1e-8. */
    public static Accuracy sweep() {
        return new Accuracy(1e-8, 1e-8, Method.DOP853, KernelChoice.AUTOMATIC, 20_000_000);
    }

    /** The same with other tolerances. */
    public Accuracy withTolerances(double newRelative, double newAbsolute) {
        return new Accuracy(newRelative, newAbsolute, method, kernel, maximumSteps);
    }

    public Tolerances tolerances() {
        return new Tolerances(relative, absolute);
    }
}
