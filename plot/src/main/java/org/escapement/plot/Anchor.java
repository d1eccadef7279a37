package org.escapement.plot;

/** The part of a text that is put at a given place. */
public enum Anchor {
    CENTRE(0.5, 0.5),
    LEFT(0, 0.5),
    RIGHT(1, 0.5),
    TOP(0.5, 0),
    BOTTOM(0.5, 1),
    UPPER_LEFT(0, 0),
    UPPER_RIGHT(1, 0),
    LOWER_LEFT(0, 1),
    LOWER_RIGHT(1, 1);

    private final double across;
    private final double down;

    Anchor(double across, double down) {
        this.across = across;
        this.down = down;
    }

    double across() {
        return across;
    }

    double down() {
        return down;
    }
}
