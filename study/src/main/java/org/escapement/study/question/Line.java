package org.escapement.study.question;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The points of a run along its continuation, in order: what a question leaves at one of them it finds again at the next.
 * Belongs to one thread.
 */
public final class Line {

    private final String axis;
    private final Map<Object, Object> left = new HashMap<>();
    private double position;

    /** @param axis along which the points follow one another */
    public Line(String axis) {
        this.axis = axis;
    }

    /** Moves on to the next point. */
    public void moveTo(double next) {
        position = next;
    }

    /** Forgets everything, after a point without result. */
    public void breakOff() {
        left.clear();
    }

    public String axis() {
        return axis;
    }

    /** The value of the axis at the present point. */
    public double position() {
        return position;
    }

    /** What was left under a key at the point before. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> before(Object key) {
        return Optional.ofNullable((T) left.get(key));
    }

    /** Leaves something for the next point. */
    public void leave(Object key, Object value) {
        left.put(key, value);
    }
}
