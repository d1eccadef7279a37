package org.escapement.plot;

/**
 * A piece of text inside the frame, such as the name of a region or of a panel.
 *
 * @param x place in data units, or from 0 to 1 across the frame when {@code relative}
 * @param y place in data units, or from 0 to 1 up the frame when {@code relative}
 * @param text with mathematics between dollar signs
 * @param anchor the part of the text that is put at the place
 * @param colour {@code "auto"} for black or white, whichever is readable on what lies below
 * @param scale size relative to the axis labels
 */
public record Note(double x, double y, String text, Anchor anchor, String colour, double scale, boolean relative)
        implements Layer {
    public Note {
        Palette.check(colour);
    }

    /** Text centred at a place in data units. */
    public static Note at(double x, double y, String text) {
        return new Note(x, y, text, Anchor.CENTRE, "auto", 1, false);
    }

    /** Text at a place of the frame, for example a panel name at (0.03, 0.95) anchored at its upper left. */
    public static Note inFrame(double x, double y, String text, Anchor anchor) {
        return new Note(x, y, text, anchor, "auto", 1, true);
    }

    public Note coloured(String other) {
        return new Note(x, y, text, anchor, other, scale, relative);
    }
}
