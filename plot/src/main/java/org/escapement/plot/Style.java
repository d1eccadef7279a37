package org.escapement.plot;

/**
 * Lengths that follow from the font size, in points.
 *
 * @param label size of axis labels
 * @param tick size of tick labels, legends and colour bar labels
 * @param thickness factor for the widths of curves and the sizes of symbols
 */
record Style(double label, double tick, double thickness) {
    static final double FRAME = 0.6;

    static Style of(double fontSize) {
        return new Style(fontSize, 0.9 * fontSize, 1);
    }

    /** The style of an inset. */
    Style smaller() {
        return new Style(0.8 * label, 0.8 * tick, 0.75 * thickness);
    }

    double major() {
        return 0.36 * tick;
    }

    double minor() {
        return 0.2 * tick;
    }

    /** Space between the frame and its tick labels. */
    double gap() {
        return 0.45 * tick;
    }

    /** Space between tick labels and the axis label. */
    double labelGap() {
        return 0.45 * tick;
    }
}
