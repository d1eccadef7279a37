package org.escapement.numerics.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class InfiniteSumTest {

    @Test
    void theTailIsAccelerated() {
        InfiniteSum sum = InfiniteSum.of(n -> 1 / (n * n), 30);
        assertEquals(Math.PI * Math.PI / 6, sum.value(), 1e-10);
        assertEquals(Math.PI * Math.PI / 6, sum.value(), Math.max(sum.error(), 1e-11));
    }

    @Test
    void moreTermsGiveMoreDigits() {
        double a = 3;
        double exact = (Math.PI * a / Math.tanh(Math.PI * a) - 1) / (2 * a * a);
        assertEquals(exact, InfiniteSum.of(n -> 1 / (n * n + a * a), 200).value(), 1e-13);
    }
}
