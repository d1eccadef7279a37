package org.escapement.numerics.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RotationNumberTest {

    /** An angle that turns with frequency f and is shaken with two others. */
    private static double[] angle(double f, int samples) {
        double[] x = new double[samples];
        for (int k = 0; k < samples; k++) x[k] = f * k + 0.8 * Math.sin(f * k) + 0.3 * Math.sin(Math.sqrt(2) * k);
        return x;
    }

    @Test
    void theErrorFallsFasterThanThatOfTheMeanAdvance() {
        double f = 0.57;
        double[] x = angle(f, 1001);
        double plain = Math.abs((x[1000] - x[0]) / 1000 - f);
        double weighted = Math.abs(RotationNumber.advance(x) - f);
        assertTrue(plain > 1e-4, "plain " + plain);
        assertTrue(weighted < 1e-9, "weighted " + weighted);
    }

    @Test
    void anAngleThatOnlyLibratesDoesNotAdvance() {
        double[] x = angle(0, 801);
        assertEquals(0, RotationNumber.advance(x), 1e-9);
    }

    @Test
    void aSteadyAdvanceIsExact() {
        assertEquals(-0.25, RotationNumber.advance(new double[] {1, 0.75, 0.5, 0.25}), 1e-15);
    }
}
