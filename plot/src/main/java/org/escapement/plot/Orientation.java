package org.escapement.plot;

/** Direction of a straight line or stripe across the whole plot. */
public enum Orientation {
    HORIZONTAL,
    VERTICAL
}
