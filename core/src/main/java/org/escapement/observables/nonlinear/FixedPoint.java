package org.escapement.observables.nonlinear;

import java.util.List;
import org.escapement.numerics.linear.Complex;

/**
 * A state at which nothing moves, with its linear stability among the states of equal constants of motion.
 *
 * @param state the state
 * @param residual largest rate left, [rate]
 * @param eigenvalues of the Jacobian along the directions that keep all constants of motion, by descending real part
 * @param kind what the eigenvalues say
 * @param neutral how many of these eigenvalues vanish: the dimension of the family of fixed points it belongs to, or a
 *     bifurcation
 */
public record FixedPoint(double[] state, double residual, List<Complex> eigenvalues, Kind kind, int neutral) {

    /** Linear character. Zero eigenvalues are set aside and counted in {@link #neutral()}. */
    public enum Kind {
        STABLE_NODE("stable node"),
        STABLE_FOCUS("stable focus"),
        SADDLE("saddle"),
        CENTRE("centre"),
        UNSTABLE_NODE("unstable node"),
        UNSTABLE_FOCUS("unstable focus"),
        /** Some pairs are purely imaginary, the others decay. */
        STABLE_BESIDE_CENTRE("centre with decaying directions"),
        /** All eigenvalues vanish. */
        NEUTRAL("neutral");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public FixedPoint {
        state = state.clone();
        eigenvalues = List.copyOf(eigenvalues);
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    /** Whether every small perturbation that keeps the constants of motion decays. */
    public boolean attracting() {
        return neutral == 0 && (kind == Kind.STABLE_NODE || kind == Kind.STABLE_FOCUS);
    }

    /** Whether some perturbation grows. */
    public boolean unstable() {
        return kind == Kind.SADDLE || kind == Kind.UNSTABLE_NODE || kind == Kind.UNSTABLE_FOCUS;
    }

    /** Number of growing directions. */
    public int growing(double tolerance) {
        return (int) eigenvalues.stream().filter(e -> e.re() > tolerance).count();
    }
}
