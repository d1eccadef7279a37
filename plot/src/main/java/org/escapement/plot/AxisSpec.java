package org.escapement.plot;

import java.util.List;

/**
 * One axis of a plot.
 *
 * @param label text with mathematics between dollar signs
 * @param min lower end, NaN to take it from the data
 * @param max upper end, NaN to take it from the data
 * @param ticks labelled positions; empty to choose round numbers
 */
public record AxisSpec(String label, Scale scale, double min, double max, List<Tick> ticks) {
    public AxisSpec {
        ticks = List.copyOf(ticks);
        if (min >= max) {
            throw new FigureException("Axis \"" + label + "\" runs from " + min + " to " + max
                    + ": the lower end must be smaller than the upper end.");
        }
        if (scale == Scale.LOG && (min <= 0 || max <= 0)) {
            throw new FigureException("The logarithmic axis \"" + label + "\" runs from " + min + " to " + max
                    + ": both ends must be positive.");
        }
    }

    /** A linear axis that takes its range from the data. */
    public static AxisSpec of(String label) {
        return new AxisSpec(label, Scale.LINEAR, Double.NaN, Double.NaN, List.of());
    }

    public AxisSpec labelled(String text) {
        return new AxisSpec(text, scale, min, max, ticks);
    }

    public AxisSpec range(double from, double to) {
        return new AxisSpec(label, scale, from, to, ticks);
    }

    public AxisSpec log() {
        return new AxisSpec(label, Scale.LOG, min, max, ticks);
    }

    public AxisSpec ticks(Tick... positions) {
        return new AxisSpec(label, scale, min, max, List.of(positions));
    }
}
