package org.escapement.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer with its automatic choices made.
 *
 * @param label entry in the legend, empty for none
 */
record Drawn(Layer layer, Color colour, Dash dash, Marker marker, String label) {

    /** Hands out the cycles of colours, dashes and symbols in the order of the layers. */
    static List<Drawn> all(Plot plot) {
        List<Drawn> all = new ArrayList<>();
        long automatic = plot.layers().stream()
                .filter(l -> l instanceof Line line && line.style().dash() == Dash.AUTO)
                .count();
        int place = 0;
        for (Layer layer : plot.layers()) {
            Drawn drawn = of(layer, place, automatic);
            all.add(drawn);
            place += takesTurn(layer) ? 1 : 0;
        }
        return all;
    }

    private static boolean takesTurn(Layer layer) {
        return layer instanceof Line line && line.style().colour().equals("auto")
                || layer instanceof Points points && points.colour().equals("auto");
    }

    private static Drawn of(Layer layer, int place, long automatic) {
        return switch (layer) {
            case Line line -> {
                Dash dash = line.style().dash() == Dash.AUTO && automatic == 1
                        ? Dash.SOLID
                        : Palette.dash(line.style().dash(), place);
                yield new Drawn(layer, Palette.colour(line.style().colour(), place), dash, Marker.AUTO, line.label());
            }
            case Points points ->
                new Drawn(
                        layer,
                        Palette.colour(points.colour(), place),
                        Dash.NONE,
                        Palette.marker(points.marker(), place),
                        points.label());
            case Band band ->
                new Drawn(
                        layer,
                        faded(Palette.colour(band.colour(), place), band.opacity()),
                        Dash.NONE,
                        Marker.AUTO,
                        band.label());
            case Shade shade ->
                new Drawn(
                        layer,
                        faded(Palette.colour(shade.colour(), place), shade.opacity()),
                        Dash.NONE,
                        Marker.AUTO,
                        "");
            case ReferenceLine line ->
                new Drawn(
                        layer,
                        Palette.colour(line.style().colour(), place),
                        line.style().dash() == Dash.AUTO
                                ? Dash.DASHED
                                : line.style().dash(),
                        Marker.AUTO,
                        line.label());
            case HeatMap map -> new Drawn(layer, Color.WHITE, Dash.NONE, Marker.AUTO, "");
            case Note note -> new Drawn(layer, Color.BLACK, Dash.NONE, Marker.AUTO, "");
        };
    }

    /** The colour with some of what lies below shining through. */
    private static Color faded(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int)
                Math.round(255 * Math.clamp(opacity, 0, 1)));
    }
}
