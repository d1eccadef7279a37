package org.escapement.plot;

/** Dash patterns in units of the line width. */
public enum Dash {
    /** Solid for a single line, otherwise the next pattern of the cycle. */
    AUTO,
    SOLID,
    DASHED(5, 2.5f),
    DOTTED(1.2f, 1.8f),
    DASH_DOT(6, 2, 1.2f, 2),
    LONG_DASHED(10, 3),
    DASH_DOT_DOT(6, 2, 1.2f, 2, 1.2f, 2),
    /** No line at all. */
    NONE;

    private final float[] pattern;

    Dash(float... pattern) {
        this.pattern = pattern;
    }

    /** Lengths of strokes and gaps for a width, empty when solid. */
    float[] pattern(double width) {
        float[] scaled = pattern.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) width;
        }
        return scaled;
    }
}
