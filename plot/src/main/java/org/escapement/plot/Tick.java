package org.escapement.plot;

/**
 * A labelled position on an axis.
 *
 * @param label text with mathematics between dollar signs, may be empty
 */
public record Tick(double value, String label) {

    /** A position labelled by its own number, in as few digits as tell it apart. */
    public static Tick of(double value) {
        return new Tick(value, "$" + Ticks.plain(value) + "$");
    }
}
