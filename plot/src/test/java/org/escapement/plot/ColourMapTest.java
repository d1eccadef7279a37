package org.escapement.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColourMapTest {
    /** CIE lightness, 0 to 100. */
    private static double lightness(Color colour) {
        double y = Palette.luminance(colour);
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double lightness(ColourMap map, int step) {
        return lightness(map.colour((step + 0.5) / 256));
    }

    @Test
    void lightnessGrowsSteadilyInEverySequentialMap() {
        for (String name : ColourMap.NAMES) {
            if (name.equals("bluered")) {
                continue;
            }
            ColourMap map = ColourMap.named(name);
            double whole = lightness(map, 255) - lightness(map, 0);
            assertTrue(whole > 70, name + " spans a lightness of " + whole);
            for (int k = 8; k < 256; k++) {
                double step = lightness(map, k) - lightness(map, k - 8);
                assertTrue(step > 0.3 * whole * 8 / 255, name + " is too flat at " + k + ": " + step);
                assertTrue(step < 2.5 * whole * 8 / 255, name + " is too steep at " + k + ": " + step);
            }
        }
    }

    @Test
    void theDivergingMapIsLightestInTheMiddleAndEvenOnBothSides() {
        ColourMap map = ColourMap.named("bluered");
        for (int k = 4; k < 128; k++) {
            assertTrue(lightness(map, k) > lightness(map, k - 4), "left at " + k);
            assertTrue(lightness(map, 255 - k) > lightness(map, 259 - k), "right at " + k);
            assertEquals(lightness(map, k), lightness(map, 255 - k), 1.5, "sides agree at " + k);
        }
        assertTrue(lightness(map, 127) > 94);
    }

    @Test
    void neighboursInTheCycleOfLinesDifferInLightnessAndPattern() {
        for (int k = 0; k < 4; k++) {
            double difference = lightness(Palette.colour("auto", k)) - lightness(Palette.colour("auto", k + 1));
            assertTrue(Math.abs(difference) > 4, "place " + k + ": " + difference);
            assertNotEquals(Palette.dash(Dash.AUTO, k), Palette.dash(Dash.AUTO, k + 1));
        }
        for (int k = 0; k < 4; k++) {
            for (int m = 0; m < k; m++) {
                assertTrue(
                        Math.abs(lightness(Palette.colour("auto", k)) - lightness(Palette.colour("auto", m))) > 10,
                        "the first four are told apart in grey");
            }
        }
    }

    @Test
    void unknownMapsAreRefusedByName() {
        String message = assertThrows(FigureException.class, () -> ColourMap.named("jet"))
                .getMessage();
        assertTrue(message.contains("jet") && message.contains("viridis"), message);
    }
}
