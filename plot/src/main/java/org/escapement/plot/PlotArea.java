package org.escapement.plot;

import java.awt.geom.Rectangle2D;

/** The inside of a frame: a rectangle of the page and the data ranges along it. */
record PlotArea(Rectangle2D frame, Interval x, Interval y) {
    double px(double value) {
        return frame.getX() + x.fraction(value) * frame.getWidth();
    }

    double py(double value) {
        return frame.getMaxY() - y.fraction(value) * frame.getHeight();
    }
}
