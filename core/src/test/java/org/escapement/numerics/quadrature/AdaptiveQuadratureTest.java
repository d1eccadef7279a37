package org.escapement.numerics.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AdaptiveQuadratureTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void aNarrowLineOverTheWholeAxisIsFound() {
        double width = 1e-5;
        double[] points = new Breakpoints(-INF, INF).around(1, width, 1).toArray();
        Integral i = AdaptiveQuadrature.to(1e-12).integrate(x -> width / ((x - 1) * (x - 1) + width * width), points);
        assertTrue(i.converged());
        assertEquals(Math.PI, i.value(0), 1e-10);
    }

    @Test
    void aHalfLineWithAlgebraicTailConverges() {
        Integral i = AdaptiveQuadrature.to(1e-12).integrate(x -> 1 / (1 + x * x * x), 0, 1, INF);
        assertEquals(2 * Math.PI / (3 * Math.sqrt(3)), i.value(0), 1e-11);
        assertTrue(i.error(0) < 1e-11);
    }

    @Test
    void severalFunctionsAreIntegratedTogether() {
        Integral i = AdaptiveQuadrature.to(1e-12)
                .integrate(
                        (x, out) -> {
                            out[0] = Math.exp(-x);
                            out[1] = Math.sqrt(x);
                        },
                        2,
                        0,
                        1);
        assertEquals(1 - Math.exp(-1), i.value(0), 1e-13);
        assertEquals(2.0 / 3, i.value(1), 1e-11);
    }

    @Test
    void anIntegralThatDoesNotExistIsNotCalledConverged() {
        assertFalse(new AdaptiveQuadrature(1e-10, 0, 200)
                .integrate(x -> 1 / x, 0, 1)
                .converged());
    }

    @Test
    void anIntegralThatCancelsStopsAtRounding() {
        Integral i = AdaptiveQuadrature.to(1e-12).integrate(Math::sin, -1, 0.5, 1);
        assertTrue(i.converged());
        assertEquals(0, i.value(0), 1e-14);
    }
}
