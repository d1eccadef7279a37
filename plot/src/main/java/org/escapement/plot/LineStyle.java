package org.escapement.plot;

/**
 * How a line is drawn.
 *
 * @param colour {@code "auto"} for the next of the cycle, a name such as {@code "black"}, or {@code "#rrggbb"}
 * @param width in points
 */
public record LineStyle(String colour, Dash dash, double width) {
    /** Next colour and dash pattern of the cycle. */
    public static final LineStyle AUTO = new LineStyle("auto", Dash.AUTO, 1.2);

    public LineStyle {
        Palette.check(colour);
    }

    public static LineStyle of(String colour, Dash dash) {
        return new LineStyle(colour, dash, AUTO.width());
    }
}
