package org.escapement.plot;

/**
 * A small plot over a large one.
 *
 * @param left left edge as a fraction of the frame's width
 * @param bottom lower edge as a fraction of the frame's height
 * @param width as a fraction of the frame, tick labels included
 * @param height as a fraction of the frame, tick labels included
 */
public record Inset(Plot plot, double left, double bottom, double width, double height) {
    public Inset {
        if (!(left >= 0 && bottom >= 0 && width > 0 && height > 0 && left + width <= 1 && bottom + height <= 1)) {
            throw new FigureException("An inset at (" + left + ", " + bottom + ") of size " + width + " by " + height
                    + " leaves the frame: all are fractions of the frame, from 0 to 1.");
        }
    }
}
