package org.escapement.numerics.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.numerics.polynomial.CommonZeros.Zero;
import org.junit.jupiter.api.Test;

class CommonZerosTest {

    private static final Polynomial X = Polynomial.variable(2, 0);
    private static final Polynomial Y = Polynomial.variable(2, 1);

    private static Polynomial number(double value) {
        return Polynomial.constant(2, value);
    }

    @Test
    void circleAndHyperbolaMeetInFourPoints() {
        CommonZeros zeros = CommonZeros.of(
                List.of(X.power(2).plus(Y.power(2)).plus(number(-5)), X.times(Y).plus(number(-2))), 100);
        assertEquals(4, zeros.zeros().size());
        assertEquals(4, zeros.paths());
        assertTrue(zeros.zeros().stream().allMatch(z -> z.imaginary() < 1e-12));
        double[] moduli = zeros.zeros().stream()
                .mapToDouble(z -> Math.abs(z.re()[0]))
                .sorted()
                .toArray();
        assertEquals(1, moduli[0], 1e-12);
        assertEquals(2, moduli[3], 1e-12);
    }

    @Test
    void zerosAtInfinityAreNotCounted() {
        // Parallel lines meet at infinity: x y = 1 and x y + x = 3 share x = 2, y = 1/2 only.
        CommonZeros zeros = CommonZeros.of(
                List.of(X.times(Y).plus(number(-1)), X.times(Y).plus(X).plus(number(-3))), 100);
        assertEquals(1, zeros.zeros().size());
        assertEquals(2, zeros.zeros().getFirst().re()[0], 1e-12);
        assertEquals(0, zeros.lost());
    }

    @Test
    void sixRootsInARow() {
        // (x - 1) (x - 2) ... (x - 6)
        Polynomial x = Polynomial.variable(1, 0);
        Polynomial product = Polynomial.constant(1, 1);
        for (int k = 1; k <= 6; k++) product = product.times(x.plus(Polynomial.constant(1, -k)));
        List<Zero> zeros = CommonZeros.of(List.of(product), 100).zeros();
        double[] roots = zeros.stream().mapToDouble(z -> z.re()[0]).sorted().toArray();
        assertEquals(6, roots.length);
        IntStream.range(0, 6).forEach(k -> assertEquals(k + 1, roots[k], 1e-7));
    }

    @Test
    void moreEquationsThanUnknownsKeepOnlyTheCommonZeros() {
        CommonZeros zeros = CommonZeros.of(
                List.of(
                        X.power(2).plus(number(-1)),
                        Y.power(2).plus(number(-1)),
                        X.times(Y).plus(number(-1))),
                100);
        assertEquals(2, zeros.zeros().size());
        zeros.zeros().forEach(z -> assertEquals(1, z.re()[0] * z.re()[1], 1e-12));
    }

    @Test
    void unsuitedSystemsAreRefusedWithTheReason() {
        ArithmeticException many = assertThrows(
                ArithmeticException.class,
                () -> CommonZeros.of(List.of(X.power(20).plus(Y), Y.power(20).plus(X.times(Y))), 100));
        assertTrue(many.getMessage().contains("400 zeros"), many.getMessage());
        assertThrows(
                ArithmeticException.class,
                () -> CommonZeros.of(List.of(X.times(Y).plus(number(-1))), 100));
        assertTrue(CommonZeros.of(List.of(X.plus(Y), X.plus(Y).plus(number(1))), 100)
                .zeros()
                .isEmpty());
    }
}
