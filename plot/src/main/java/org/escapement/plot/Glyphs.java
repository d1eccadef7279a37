package org.escapement.plot;

import java.awt.geom.Path2D;

/**
 * A laid-out text as an outline, in points, with the left end of its base line at the origin and y downwards.
 *
 * @param ascent height of the ink box above the base line
 * @param descent depth of the ink box below the base line
 */
record Glyphs(Path2D outline, double width, double ascent, double descent) {
    static final Glyphs NONE = new Glyphs(new Path2D.Double(), 0, 0, 0);

    double height() {
        return ascent + descent;
    }
}
