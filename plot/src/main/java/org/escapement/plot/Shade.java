package org.escapement.plot;

/**
 * A stripe across the whole plot, for example a region of parameters.
 *
 * @param orientation vertical for a range of x, horizontal for a range of y
 * @param opacity from 0, invisible, to 1
 */
public record Shade(Orientation orientation, double from, double to, String colour, double opacity) implements Layer {
    public Shade {
        Palette.check(colour);
    }

    public static Shade vertical(double from, double to) {
        return new Shade(Orientation.VERTICAL, from, to, "grey", 0.18);
    }

    public static Shade horizontal(double from, double to) {
        return new Shade(Orientation.HORIZONTAL, from, to, "grey", 0.18);
    }
}
