package org.escapement.observables.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.escapement.numerics.linear.Dense;
import org.junit.jupiter.api.Test;

final class BipartiteStateTest {

    /** sqrt(p_k) |k k> added up over k: as mixed on each side as it is entangled. */
    private static BipartiteState schmidt(int left, int right, double... p) {
        Dense rho = Dense.zero(left * right, left * right, true);
        for (int k = 0; k < p.length; k++) {
            for (int l = 0; l < p.length; l++) {
                rho.re()[k * (right + 1) * left * right + l * (right + 1)] = Math.sqrt(p[k] * p[l]);
            }
        }
        return new BipartiteState(rho, left, right);
    }

    @Test
    void aPureStateIsAsEntangledAsItsPartsAreMixed() {
        BipartiteState state = schmidt(3, 4, 0.5, 0.3, 0.2);
        double entropy = -0.5 * Math.log(0.5) - 0.3 * Math.log(0.3) - 0.2 * Math.log(0.2);
        assertEquals(2 * entropy, state.mutualInformation(), 1e-12);
        double roots = Math.sqrt(0.5) + Math.sqrt(0.3) + Math.sqrt(0.2);
        assertEquals((roots * roots - 1) / 2, state.negativity(), 1e-12);
        assertEquals(0.3, state.reducedRight().re()[1 * 4 + 1], 1e-14);
        assertEquals(0.2, state.reducedLeft().re()[2 * 3 + 2], 1e-14);
    }

    @Test
    void productsKnowNothing() {
        Dense rho = Dense.zero(6, 6, true);
        double[] p = {0.7, 0.3};
        double[] q = {0.5, 0.4, 0.1};
        for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) rho.re()[(3 * i + j) * 7] = p[i] * q[j];
        BipartiteState product = new BipartiteState(rho, 2, 3);
        assertEquals(0, product.mutualInformation(), 1e-14);
        assertEquals(0, product.negativity(), 1e-14);
    }

    /** Classical correlation is information without entanglement. */
    @Test
    void mixturesOfProductsAreNotEntangled() {
        Dense rho = Dense.zero(4, 4, true);
        rho.re()[0] = 0.5;
        rho.re()[15] = 0.5;
        BipartiteState mixture = new BipartiteState(rho, 2, 2);
        assertEquals(Math.log(2), mixture.mutualInformation(), 1e-14);
        assertEquals(0, mixture.negativity(), 1e-14);
    }

    @Test
    void partsMustMakeTheWhole() {
        assertThrows(IllegalArgumentException.class, () -> new BipartiteState(Dense.zero(5, 5, true), 2, 3));
    }
}
