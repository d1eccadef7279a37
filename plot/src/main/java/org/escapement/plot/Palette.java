package org.escapement.plot;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named colours and the cycles for series. The colours are those of Okabe and Ito, which people with any colour vision
 * tell apart, in an order in which neighbours also differ in lightness; dash patterns differ too, so that a figure
 * survives a black-and-white printer.
 */
final class Palette {
    private static final Map<String, Color> NAMED = named();
    private static final List<String> CYCLE =
            List.of("blue", "orange", "black", "green", "skyblue", "vermillion", "purple");
    private static final List<Dash> DASHES =
            List.of(Dash.SOLID, Dash.DASHED, Dash.DASH_DOT, Dash.DOTTED, Dash.LONG_DASHED, Dash.DASH_DOT_DOT);
    private static final List<Marker> MARKERS =
            List.of(Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND, Marker.CROSS);

    private Palette() {}

    private static Map<String, Color> named() {
        Map<String, Color> all = new LinkedHashMap<>();
        all.put("black", Color.BLACK);
        all.put("white", Color.WHITE);
        all.put("grey", new Color(0x808080));
        all.put("lightgrey", new Color(0xd9d9d9));
        all.put("blue", new Color(0x0072b2));
        all.put("skyblue", new Color(0x56b4e9));
        all.put("green", new Color(0x009e73));
        all.put("orange", new Color(0xe69f00));
        all.put("vermillion", new Color(0xd55e00));
        all.put("purple", new Color(0xcc79a7));
        all.put("yellow", new Color(0xf0e442));
        return Map.copyOf(all);
    }

    static void check(String colour) {
        if (!colour.equals("auto")) {
            colour(colour, 0);
        }
    }

    /** The colour with a name, or that of a place in the cycle for {@code "auto"}. */
    static Color colour(String name, int place) {
        String wanted = name.equals("auto") ? CYCLE.get(place % CYCLE.size()) : name;
        if (wanted.matches("#[0-9a-fA-F]{6}")) {
            return new Color(Integer.parseInt(wanted.substring(1), 16));
        }
        Color colour = NAMED.get(wanted);
        if (colour == null) {
            throw new FigureException("There is no colour \"" + name + "\": write #rrggbb, auto, or one of "
                    + NAMED.keySet().stream().sorted().toList() + ".");
        }
        return colour;
    }

    static Dash dash(Dash dash, int place) {
        return dash == Dash.AUTO ? DASHES.get(place % DASHES.size()) : dash;
    }

    static Marker marker(Marker marker, int place) {
        return marker == Marker.AUTO ? MARKERS.get(place % MARKERS.size()) : marker;
    }

    /** Relative luminance, 0 for black and 1 for white. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
