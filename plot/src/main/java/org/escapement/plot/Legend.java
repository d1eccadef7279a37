package org.escapement.plot;

/** Where the legend stands inside the frame. */
public enum Legend {
    NONE,
    /** The corner that hides the fewest data. */
    BEST,
    UPPER_RIGHT,
    UPPER_LEFT,
    LOWER_RIGHT,
    LOWER_LEFT
}
