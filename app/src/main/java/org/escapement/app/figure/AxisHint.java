package org.escapement.app.figure;

import java.util.List;
import org.escapement.plot.Tick;

/**
 * What the drawn data say about an axis of the plot.
 *
 * @param ticks names of the positions of a categorical axis, otherwise empty
 */
record AxisHint(String label, List<Tick> ticks) {
    static final AxisHint NONE = new AxisHint("", List.of());
}
