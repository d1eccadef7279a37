package org.escapement.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;

/**
 * A product of simple states, one for each degree of freedom, from which every level reads what it can hold.
 *
 * @param sites name of an ensemble, mode or oscillator with its numbers, which may depend on parameters: for an
 *     ensemble the direction (x, y, z) of a spin-coherent state, shorter than 1 only at levels without fluctuations;
 *     for a mode real and imaginary part of the amplitude ⟨a⟩/√N; for an oscillator position and velocity
 */
public record InitialState(Map<String, List<Expression>> sites) {
    public InitialState {
        Map<String, List<Expression>> copy = new LinkedHashMap<>();
        sites.forEach((site, numbers) -> copy.put(site, List.copyOf(numbers)));
        sites = Collections.unmodifiableMap(copy);
    }

    /** Spin-coherent directions by name: down, up, x, y and their opposites. */
    public static final Map<String, List<Expression>> DIRECTIONS = Map.of(
            "down", direction(0, 0, -1),
            "up", direction(0, 0, 1),
            "x", direction(1, 0, 0),
            "-x", direction(-1, 0, 0),
            "y", direction(0, 1, 0),
            "-y", direction(0, -1, 0));

    private static List<Expression> direction(long x, long y, long z) {
        return List.of(Expression.of(x), Expression.of(y), Expression.of(z));
    }
}
