package org.escapement.plot;

import java.awt.Color;

/** What lies below ticks and notes: a heat map, or white paper. */
final class Backdrop {
    private final PlotArea area;
    private final int columns;
    private final int[] colours;
    private final Cells x;
    private final Cells y;

    Backdrop(Plot plot, PlotArea area) {
        this.area = area;
        HeatMap map = plot.layers().stream()
                .filter(HeatMap.class::isInstance)
                .map(HeatMap.class::cast)
                .findFirst()
                .orElse(HeatMap.of(new double[] {1}, new double[] {1}, new double[] {Double.NaN}, ""));
        this.columns = map.x().length;
        this.colours = HeatMapPainter.colours(map);
        this.x = new Cells(map.x(), area.x().scale());
        this.y = new Cells(map.y(), area.y().scale());
    }

    /** Black or white, whichever is readable at a place of the page. */
    Color ink(double px, double py) {
        double across = (px - area.frame().getX()) / area.frame().getWidth();
        double up = (area.frame().getMaxY() - py) / area.frame().getHeight();
        int column = x.at(area.x().at(across));
        int row = y.at(area.y().at(up));
        int rgb = column < 0 || row < 0 ? -1 : colours[row * columns + column];
        return rgb != -1 && Palette.luminance(new Color(rgb)) < 0.22 ? Color.WHITE : Color.BLACK;
    }
}
