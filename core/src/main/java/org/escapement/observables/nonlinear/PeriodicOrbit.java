package org.escapement.observables.nonlinear;

import java.util.List;
import org.escapement.numerics.linear.Complex;

/**
 * A closed solution.
 *
 * @param state a point on it
 * @param period [time]
 * @param periodError difference of the period from that of an integration with 100 times wider tolerances, [time]
 * @param closure distance of the state from itself after one period
 * @param multipliers Floquet multipliers by descending modulus. Those known exactly (1 for the shift along the orbit and 1
 *     for each constant of motion) are split off before the others are computed
 * @param multiplierError distance of the shift along the orbit from being mapped on itself, relative to the rate; the
 *     others have errors of this order, so that smaller ones are only known to be small
 * @param neutralFamily multipliers within tolerance of 1 beyond those that the shift and the constants of motion explain:
 *     the dimension of the family of orbits it belongs to (or a bifurcation)
 * @param turns for each variable, its number of turns in one period if it is an angle, otherwise 0
 * @param averages of the quantities that were asked for, over exactly one period
 */
public record PeriodicOrbit(
        double[] state,
        double period,
        double periodError,
        double closure,
        List<Complex> multipliers,
        double multiplierError,
        int neutralFamily,
        int[] turns,
        double[] averages)
        implements OrbitSearch {

    public PeriodicOrbit {
        state = state.clone();
        multipliers = List.copyOf(multipliers);
        turns = turns.clone();
        averages = averages.clone();
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public int[] turns() {
        return turns.clone();
    }

    @Override
    public double[] averages() {
        return averages.clone();
    }

    /** 2 pi over the period. */
    public double frequency() {
        return 2 * Math.PI / period;
    }

    /**
     * ln|multiplier| / period, in the order of the multipliers, [rate]; NaN for multipliers lost in rounding. Their sum
     * is the average of {@link Flow#divergence()} in any case.
     */
    public double[] exponents() {
        double resolved = 10 * Math.max(multiplierError, 1e-14);
        return multipliers.stream()
                .mapToDouble(m -> m.modulus() > resolved ? Math.log(m.modulus()) / period : Double.NaN)
                .toArray();
    }

    /** Whether no small perturbation grows. */
    public boolean stable(double tolerance) {
        return multipliers.getFirst().modulus() <= 1 + tolerance;
    }

    /** Largest modulus among the multipliers that are not 1 within the tolerance; 0 if there is none. */
    public double slowest(double tolerance) {
        return multipliers.stream()
                .filter(m -> m.distance(new Complex(1, 0)) > tolerance)
                .mapToDouble(Complex::modulus)
                .max()
                .orElse(0);
    }
}
