package org.escapement.plot;

import java.util.Arrays;
import java.util.List;

/**
 * How values become colours.
 *
 * @param map one of {@link ColourMap#NAMES}
 * @param min value of the first colour, NaN for the smallest value
 * @param max value of the last colour, NaN for the largest value
 * @param symmetric whether the range is widened so that zero lies in the middle, for diverging maps
 * @param classes names of the values 0, 1, 2 ..., empty for a continuous quantity
 */
public record ColourScale(String map, Scale scale, double min, double max, boolean symmetric, List<String> classes) {
    public ColourScale {
        ColourMap.named(map);
        classes = List.copyOf(classes);
        if (min >= max) {
            throw new FigureException(
                    "Colours run from " + min + " to " + max + ": the first value must be smaller than the last.");
        }
        if (scale == Scale.LOG && (min <= 0 || max <= 0)) {
            throw new FigureException("Colours on a logarithmic scale run from " + min + " to " + max
                    + ": both values must be positive.");
        }
        if (scale == Scale.LOG && symmetric) {
            throw new FigureException("Colours cannot be symmetric around zero on a logarithmic scale.");
        }
    }

    public static ColourScale of(String map) {
        return new ColourScale(map, Scale.LINEAR, Double.NaN, Double.NaN, false, List.of());
    }

    public ColourScale range(double from, double to) {
        return new ColourScale(map, scale, from, to, symmetric, classes);
    }

    public ColourScale log() {
        return new ColourScale(map, Scale.LOG, min, max, symmetric, classes);
    }

    /** Zero in the middle of the map. */
    public ColourScale aroundZero() {
        return new ColourScale(map, scale, min, max, true, classes);
    }

    public ColourScale classes(List<String> names) {
        return new ColourScale(map, Scale.LINEAR, -0.5, names.size() - 0.5, false, names);
    }

    /** The range in use for given values. */
    Interval interval(double[] values) {
        double[] usable = Arrays.stream(values)
                .filter(v -> Double.isFinite(v) && (scale == Scale.LINEAR || v > 0))
                .toArray();
        double low = Double.isNaN(min) ? Arrays.stream(usable).min().orElse(scale == Scale.LOG ? 0.1 : 0) : min;
        double high = Double.isNaN(max) ? Arrays.stream(usable).max().orElse(1) : max;
        if (symmetric) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        if (low >= high) {
            double room = scale == Scale.LOG ? low / 2 : Math.max(Math.abs(low) * 0.05, 0.5);
            low -= room;
            high = low + 2 * room;
        }
        return new Interval(scale, low, high);
    }

    /** The fraction of the map for a value: continuous, or the middle of its block for classes. */
    double fraction(Interval interval, double value) {
        if (classes.isEmpty()) {
            return interval.fraction(value);
        }
        int last = classes.size() - 1;
        return last == 0 ? 0.5 : Math.clamp(Math.round(value), 0, last) / (double) last;
    }
}
