package org.escapement.numerics.ode;

/** Counters of one integration. */
final class StepCounts {
    long accepted;
    long rejected;
    long evaluations;
}
