package org.escapement.numerics.ode;

/** How the integration of one point ended. */
public enum LaneStatus {
    /** All stops were reached. */
    COMPLETED,
    /** The step size fell below the resolution of time, usually at a singularity. */
    STEP_TOO_SMALL,
    /** The allowed number of trial steps was used up. */
    TOO_MANY_STEPS,
    /** The right-hand side was not finite however short the step. */
    NOT_FINITE
}
