package org.escapement.plot;

/** A range of values on a scale, mapped to 0..1. */
record Interval(Scale scale, double min, double max) {

    /** Place of a value, 0 at the minimum and 1 at the maximum; NaN where the scale has no place for it. */
    double fraction(double value) {
        double low = scale.forward(min);
        return (scale.forward(value) - low) / (scale.forward(max) - low);
    }

    double at(double fraction) {
        double low = scale.forward(min);
        return scale.inverse(low + fraction * (scale.forward(max) - low));
    }

    /** True for values inside, the ends included up to rounding. */
    boolean holds(double value) {
        double f = fraction(value);
        return f >= -1e-9 && f <= 1 + 1e-9;
    }
}
