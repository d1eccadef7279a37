package org.escapement.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Symbols for points. */
public enum Marker {
    /** The next symbol of the cycle. */
    AUTO,
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    CROSS;

    /** Outline with a given diameter around a place. */
    Shape shape(double x, double y, double size) {
        double r = size / 2;
        return switch (this) {
            case AUTO, CIRCLE -> new Ellipse2D.Double(x - r, y - r, size, size);
            case SQUARE -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case DIAMOND -> polygon(x, y, 0, -1.2 * r, 1.2 * r, 0, 0, 1.2 * r, -1.2 * r, 0);
            case TRIANGLE -> polygon(x, y, 0, -1.1 * r, 1.05 * r, 0.8 * r, -1.05 * r, 0.8 * r);
            case CROSS -> cross(x, y, r);
        };
    }

    private static Path2D polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Path2D cross(double x, double y, double r) {
        double a = 0.25 * r;
        double b = r;
        return polygon(
                x, y, -b, -b + a, -b + a, -b, 0, -a, b - a, -b, b, -b + a, a, 0, b, b - a, b - a, b, 0, a, -b + a, b,
                -b, b - a, -a, 0);
    }
}
