package org.escapement.numerics.ode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.numerics.kernel.LaneCode;
import org.escapement.numerics.kernel.Place;
import org.escapement.numerics.kernel.Tape;

/** A tape under construction whose variables are places in the arrays of a step. */
final class StepTape {
    private final Tape.Builder builder = Tape.builder();
    private final Map<Place, Integer> values = new HashMap<>();
    private final List<Place> sources = new ArrayList<>();
    private final List<Integer> results = new ArrayList<>();
    private final List<Place> targets = new ArrayList<>();

    Tape.Builder builder() {
        return builder;
    }

    /** Value index of one component of an array; of the current one in swept code if negative. */
    int component(int array, int component) {
        return at(component < 0 ? Place.swept(array) : Place.fixed(array, component));
    }

    int at(Place place) {
        return values.computeIfAbsent(place, wanted -> {
            sources.add(wanted);
            return builder.variable(sources.size() - 1);
        });
    }

    int single(int array) {
        return component(array, 0);
    }

    int[] row(int array, int count) {
        int[] row = new int[count];
        for (int i = 0; i < count; i++) {
            row[i] = component(array, i);
        }
        return row;
    }

    void output(int value, Place target) {
        results.add(value);
        targets.add(target);
    }

    LaneCode code(int repetitions) {
        Tape tape = builder.build(results.stream().mapToInt(Integer::intValue).toArray());
        return LaneCode.of(tape, sources, targets, repetitions);
    }
}
