package org.escapement.plot;

import java.util.List;

/**
 * A plot, further ones beside it, and the paper they are made for.
 *
 * @param beside plots to the right of the first, all equally wide
 * @param width in millimetres
 * @param height in millimetres
 * @param fontSize of the axis labels in points; tick labels and legends are a little smaller
 * @param dpi dots per inch of the PNG file and of a heat map inside an SVG file
 */
public record FigureSpec(Plot plot, List<Plot> beside, double width, double height, double fontSize, int dpi) {
    /** Width of one column of a journal, in millimetres. */
    public static final double SINGLE_COLUMN = 86;

    /** Width of a page of two columns, in millimetres. */
    public static final double DOUBLE_COLUMN = 178;

    public FigureSpec {
        beside = List.copyOf(beside);
        if (!(width >= 20 && width <= 1000 && height >= 20 && height <= 1000)) {
            throw new FigureException("A figure of " + width + " mm by " + height
                    + " mm cannot be drawn: both lengths are between 20 and 1000 mm.");
        }
        if (dpi < 50 || dpi > 1200) {
            throw new FigureException("A resolution of " + dpi + " dpi is outside 50 to 1200.");
        }
    }

    /** A single plot. */
    public FigureSpec(Plot plot, double width, double height, double fontSize, int dpi) {
        this(plot, List.of(), width, height, fontSize, dpi);
    }

    /** One column wide, 400 dpi. */
    public static FigureSpec of(Plot plot) {
        return new FigureSpec(plot, SINGLE_COLUMN, 0.76 * SINGLE_COLUMN, 9, 400);
    }

    /** The full width of a page. */
    public FigureSpec doubleColumn() {
        return size(DOUBLE_COLUMN, 0.5 * DOUBLE_COLUMN);
    }

    public FigureSpec size(double widthMm, double heightMm) {
        return new FigureSpec(plot, beside, widthMm, heightMm, fontSize, dpi);
    }

    public FigureSpec font(double points) {
        return new FigureSpec(plot, beside, width, height, points, dpi);
    }

    public FigureSpec resolution(int dotsPerInch) {
        return new FigureSpec(plot, beside, width, height, fontSize, dotsPerInch);
    }
}
