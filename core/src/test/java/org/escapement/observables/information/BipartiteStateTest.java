package org.escapement.observables.information;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BipartiteStateTest {

    private static final double[] NONE = {0, 0, 0};

    private static double[][] diagonal(double x, double y, double z) {
        return new double[][] {{x, 0, 0}, {0, y, 0}, {0, 0, z}};
    }

    @Test
    void aPureEntangledPairHasItAll() {
        BipartiteState bell = BipartiteState.ofSpins(NONE, NONE, diagonal(1, -1, 1));
        assertEquals(2 * Math.log(2), bell.mutualInformation(), 1e-12);
        assertEquals(1, bell.concurrence(), 1e-7);
        assertEquals(0.5, bell.negativity(), 1e-12);
    }

    @Test
    void productsKnowNothing() {
        double[] a = {0.3, -0.2, 0.5};
        double[] b = {0.1, 0.4, -0.6};
        double[][] c = new double[3][3];
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) c[i][j] = a[i] * b[j];
        BipartiteState product = BipartiteState.ofSpins(a, b, c);
        assertEquals(0, product.mutualInformation(), 1e-14);
        assertEquals(0, product.concurrence(), 1e-7);
        assertEquals(0, product.negativity(), 1e-14);
    }

    /** Werner states p |singlet><singlet| + (1 - p)/4: concurrence and twice the negativity (3p - 1)/2. */
    @Test
    void wernerStatesAreEntangledAboveOneThird() {
        for (double p : new double[] {0.2, 0.5, 0.8}) {
            BipartiteState werner = BipartiteState.ofSpins(NONE, NONE, diagonal(-p, -p, -p));
            double expected = Math.max(0, (3 * p - 1) / 2);
            assertEquals(expected, werner.concurrence(), 1e-12);
            assertEquals(expected / 2, werner.negativity(), 1e-12);
        }
    }

    /** Weak correlations A = <yx - xy> and k: A²/4 + k²/2 nats. */
    @Test
    void weakCorrelationsAreQuadratic() {
        double a = 1e-3;
        double k = 5e-4;
        double[][] c = {{0, -a / 2, 0}, {a / 2, 0, 0}, {0, 0, k}};
        BipartiteState weak = BipartiteState.ofSpins(NONE, NONE, c);
        assertEquals(a * a / 4 + k * k / 2, weak.mutualInformation(), 1e-3 * a * a);
    }
}
