package org.escapement.plot;

import java.awt.image.BufferedImage;

/** Turns a heat map into one picture at the resolution of the device. */
final class HeatMapPainter {
    static final int MASK = 0xe4e4e4;
    private static final int HATCH = 0xb8b8b8;

    private final HeatMap map;
    private final PlotArea area;

    HeatMapPainter(HeatMap map, PlotArea area) {
        this.map = map;
        this.area = area;
    }

    void paint(Pen pen) {
        int width = (int) Math.max(1, Math.round(area.frame().getWidth() * pen.dots()));
        int height = (int) Math.max(1, Math.round(area.frame().getHeight() * pen.dots()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] columns = cells(width, area.x(), map.x(), false);
        int[] rows = cells(height, area.y(), map.y(), true);
        int[] colours = colours(map);
        int period = (int) Math.max(4, Math.round(3.2 * pen.dots()));
        int thick = (int) Math.max(1, Math.round(0.35 * pen.dots()));
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                boolean inside = columns[i] >= 0 && rows[j] >= 0;
                int colour = inside ? colours[rows[j] * map.x().length + columns[i]] : 0xffffff;
                boolean hatched = colour == -1 && (i + j) % period < thick;
                image.setRGB(i, j, hatched ? HATCH : colour == -1 ? MASK : colour);
            }
        }
        pen.image(image, area.frame());
    }

    private static int[] cells(int pixels, Interval interval, double[] centres, boolean upwards) {
        Cells cells = new Cells(centres, interval.scale());
        int[] at = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            double fraction = (i + 0.5) / pixels;
            at[i] = cells.at(interval.at(upwards ? 1 - fraction : fraction));
        }
        return at;
    }

    /** Colour of each cell, −1 where it is masked. */
    static int[] colours(HeatMap map) {
        double[] values = map.values();
        ColourMap colours = ColourMap.named(map.colours().map());
        Interval interval = map.colours().interval(values);
        int[] rgb = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            double fraction = map.colours().fraction(interval, values[k]);
            boolean usable = !Double.isNaN(values[k]) && !Double.isNaN(fraction);
            rgb[k] = usable ? colours.rgb(fraction) : -1;
        }
        return rgb;
    }
}
