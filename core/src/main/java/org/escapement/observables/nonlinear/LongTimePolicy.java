package org.escapement.observables.nonlinear;

import org.escapement.observables.Accuracy;

/**
 * How patiently a long-time fate is asked for. Decisions are made by tests on the solution, not at a fixed time; these
 * numbers say when to start and when to give up.
 *
 * @param accuracy of integrations
 * @param firstWindow length of the first window; windows double, [time]
 * @param longest time after which a start without a decision is unsettled, [time]
 * @param patience time without rest or closed orbit after which the Lyapunov exponent is computed, [time]
 * @param nearRest distance from a saddle, relative to the extent of the motion, below which rounding and not the equations
 *     decides what follows
 * @param mostReturns largest number of returns to the section in one period
 */
public record LongTimePolicy(
        Accuracy accuracy, double firstWindow, double longest, double patience, double nearRest, int mostReturns) {

    /** Tolerances of 1e-11, windows from 50 up to 20000, chaos looked for from 1500 on. */
    public static LongTimePolicy standard() {
        return new LongTimePolicy(Accuracy.fine(), 50, 20_000, 1_500, 1e-8, 12);
    }

    public LongTimePolicy withAccuracy(Accuracy goal) {
        return new LongTimePolicy(goal, firstWindow, longest, patience, nearRest, mostReturns);
    }

    public LongTimePolicy withWindows(double first, double most) {
        return new LongTimePolicy(accuracy, first, most, Math.min(patience, most / 4), nearRest, mostReturns);
    }

    public LongTimePolicy withPatience(double time) {
        return new LongTimePolicy(accuracy, firstWindow, longest, time, nearRest, mostReturns);
    }
}
