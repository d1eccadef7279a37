package org.escapement.observables;

import java.util.List;

/**
 * What came out at one parameter point.
 *
 * @param status how it went
 * @param values one array for each measurement, NaN where there is no value
 * @param message what went wrong, or empty
 */
public record Outcome(Status status, List<double[]> values, String message) {

    /** How the evaluation of a point ended; the code is what datasets store. */
    public enum Status {
        OK(0, "computed"),
        STEP_TOO_SMALL(1, "the step size fell below the resolution of time"),
        TOO_MANY_STEPS(2, "the allowed number of steps was used up"),
        NOT_FINITE(3, "the equations gave a number that is not finite"),
        NOT_APPLICABLE(4, "the quantity or level does not apply at this point"),
        NOT_COMPUTED(5, "not computed"),
        NOT_CONVERGED(7, "an iteration stalled before it reached its accuracy"),
        CUT_OFF_TOO_LOW(8, "the highest Fock state of a mode is populated"),
        NOT_UNIQUE(9, "there are several stationary states"),
        OUT_OF_REACH(10, "the system is too large for the method or the memory"),
        EMPTY_SECTOR(11, "the sector asked for holds nothing"),
        UNSTABLE(12, "disturbances grow, so there is no steady state");

        private final int code;
        private final String meaning;

        Status(int code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        public int code() {
            return code;
        }

        public String meaning() {
            return meaning;
        }
    }

    public Outcome {
        values = List.copyOf(values);
    }

    /** A point without values. */
    public static Outcome failed(Status status, String message) {
        return new Outcome(status, List.of(), message);
    }

    public boolean ok() {
        return status == Status.OK;
    }
}
