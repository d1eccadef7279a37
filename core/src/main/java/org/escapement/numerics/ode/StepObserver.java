package org.escapement.numerics.ode;

/** Sees each accepted step in turn. */
@FunctionalInterface
public interface StepObserver {
    void accepted(DenseStep step);
}
