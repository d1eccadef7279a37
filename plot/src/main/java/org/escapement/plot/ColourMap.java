package org.escapement.plot;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Colours for the numbers 0 to 1. All maps change lightness evenly, so equal steps of a value look equal and the order
 * survives printing in grey: {@code viridis}, {@code magma}, {@code inferno} (van der Walt and Smith, public domain),
 * {@code cividis} (Nuñez et al.), {@code grey}, and the diverging {@code bluered}, light in the middle.
 */
public final class ColourMap {
    /** Names of all maps. */
    public static final List<String> NAMES = List.of("viridis", "magma", "inferno", "cividis", "grey", "bluered");

    private final int[] rgb;

    private ColourMap(int[] rgb) {
        this.rgb = rgb;
    }

    public static ColourMap named(String name) {
        if (!NAMES.contains(name)) {
            throw new FigureException("There is no colour map \"" + name + "\"; there are " + NAMES + ".");
        }
        try (InputStream in = ColourMap.class.getResourceAsStream("colourmaps/" + name + ".txt")) {
            String table = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return new ColourMap(
                    table.lines().mapToInt(line -> Integer.parseInt(line, 16)).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Colour as 0xRRGGBB; values outside 0..1 take the end colours. */
    public int rgb(double fraction) {
        double clipped = Math.clamp(fraction, 0, 1);
        return rgb[(int) Math.min(rgb.length - 1, clipped * rgb.length)];
    }

    Color colour(double fraction) {
        return new Color(rgb(fraction));
    }
}
