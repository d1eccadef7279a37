package org.escapement.numerics.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A tape together with the places of its inputs and outputs: one stretch of a {@link LaneProgram}. Immutable.
 * <p>All outputs are written after the inputs were read only within one repetition, and only if the tape is short: let
 * outputs overlap inputs only in swept code, or where a value replaces itself.
 */
public final class LaneCode {
    private final Tape tape;
    private final Place[] variables;
    private final Place[] coefficients;
    private final Place time;
    private final Place[] outputs;
    private final int repetitions;

    private LaneCode(Tape tape, Place[] variables, Place[] coefficients, Place time, Place[] outputs, int repetitions) {
        if (variables.length != tape.variables()
                || coefficients.length != tape.coefficients()
                || outputs.length != tape.outputs()) {
            throw new IllegalArgumentException("a place is needed for each variable, coefficient and output");
        }
        this.tape = tape;
        this.variables = variables.clone();
        this.coefficients = coefficients.clone();
        this.time = Objects.requireNonNull(time);
        this.outputs = outputs.clone();
        this.repetitions = repetitions;
    }

    /** Code that runs once. */
    public static LaneCode straight(Tape tape, Place[] variables, Place[] coefficients, Place time, Place[] outputs) {
        return new LaneCode(tape, variables, coefficients, time, outputs, 1);
    }

    /** Code whose inputs are all variables; it runs {@code repetitions} times, swept places moving on each time. */
    public static LaneCode of(Tape tape, List<Place> variables, List<Place> outputs, int repetitions) {
        Place unused = Place.fixed(0, 0);
        return new LaneCode(
                tape,
                variables.toArray(Place[]::new),
                new Place[0],
                variables.isEmpty() ? unused : variables.getFirst(),
                outputs.toArray(Place[]::new),
                repetitions);
    }

    Tape tape() {
        return tape;
    }

    int repetitions() {
        return repetitions;
    }

    Place output(int index) {
        return outputs[index];
    }

    /** Place that an input instruction reads. */
    Place source(Instruction input) {
        return switch (input.operation()) {
            case VARIABLE -> variables[input.a()];
            case COEFFICIENT -> coefficients[input.a()];
            case TIME -> time;
            default -> throw new IllegalArgumentException(input.toString());
        };
    }

    Place variable(int index) {
        return variables[index];
    }

    Place coefficient(int index) {
        return coefficients[index];
    }

    Place time() {
        return time;
    }

    /** Whether some output is written where an input is read. */
    boolean overlaps() {
        return Arrays.stream(outputs)
                .anyMatch(o -> Arrays.asList(variables).contains(o)
                        || Arrays.asList(coefficients).contains(o)
                        || time.equals(o));
    }
}
