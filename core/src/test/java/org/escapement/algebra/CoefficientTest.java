package org.escapement.algebra;

import static org.escapement.algebra.RandomAlgebra.KAPPA;
import static org.escapement.algebra.RandomAlgebra.POSITION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CoefficientTest {

    private static final double ROUNDING = 1e-12;
    private static final double SIZE = 5;
    private static final Coefficient RATE = Coefficient.of(KAPPA);
    private static final Coefficient X = Coefficient.of(POSITION);

    @Provide
    Arbitrary<Coefficient> coefficients() {
        return RandomAlgebra.coefficients();
    }

    private static double value(Symbol symbol) {
        return symbol.equals(KAPPA) ? 0.7 : -1.3;
    }

    @Property(tries = 200)
    void coefficientsFormACommutativeRing(
            @ForAll("coefficients") Coefficient a,
            @ForAll("coefficients") Coefficient b,
            @ForAll("coefficients") Coefficient c) {
        assertEquals(a.times(b), b.times(a));
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
        assertEquals(a.times(b).plus(a.times(c)), a.times(b.plus(c)));
        assertTrue(a.minus(a).isZero());
        assertTrue(a.times(a.conjugate()).isReal());
        if (b.isSingleTerm()) {
            assertEquals(a, a.times(b).dividedBy(b));
        }
    }

    @Property(tries = 200)
    void evaluationIsARingHomomorphism(@ForAll("coefficients") Coefficient a, @ForAll("coefficients") Coefficient b) {
        Coefficient product = a.times(b);
        double re = real(a) * real(b) - imaginary(a) * imaginary(b);
        double im = real(a) * imaginary(b) + imaginary(a) * real(b);
        double scale = 1 + Math.hypot(real(a), imaginary(a)) * Math.hypot(real(b), imaginary(b));
        assertEquals(re, real(product), 10 * ROUNDING * scale);
        assertEquals(im, imaginary(product), 10 * ROUNDING * scale);
    }

    private static double real(Coefficient coefficient) {
        return coefficient.evaluate(CoefficientTest::value, SIZE);
    }

    private static double imaginary(Coefficient coefficient) {
        return coefficient.evaluateImaginary(CoefficientTest::value, SIZE);
    }

    @Property(tries = 100)
    void aCoefficientIsTheSumOfItsOrdersInN(@ForAll("coefficients") Coefficient a) {
        Coefficient sum = Coefficient.ZERO;
        for (int order = -6; order <= 6; order++) {
            sum = sum.plus(a.leading(order));
        }
        assertEquals(a, sum);
    }

    @Test
    void theSizeOrderIsTheHighestPowerOfN() {
        Coefficient sum = RATE.times(Coefficient.sizePower(-1)).plus(Coefficient.sizePower(-4));
        assertEquals(OptionalInt.of(-1), sum.sizeOrder());
        assertEquals(Coefficient.sizePower(-4), sum.leading(-4));
        assertEquals(OptionalInt.empty(), Coefficient.ZERO.sizeOrder());
        assertEquals(Set.of(KAPPA), sum.symbols());
    }

    @Test
    void substitutionExpandsPowers() {
        Coefficient polynomial = RATE.power(2).minus(Coefficient.ONE);
        assertEquals(X.power(2).plus(X.times(2)), polynomial.substitute(KAPPA, X.plus(Coefficient.ONE)));
        assertEquals(X.power(-2), RATE.power(2).substitute(KAPPA, X.power(-1)));
        assertEquals(X, RATE.power(-1).substitute(KAPPA, X.power(-1)));
        assertThrows(ArithmeticException.class, () -> RATE.power(-1).substitute(KAPPA, X.plus(Coefficient.ONE)));
    }

    @Test
    void conjugationChangesNumbersOnly() {
        Coefficient coupling = RATE.times(Coefficient.I);
        assertEquals(coupling.negate(), coupling.conjugate());
        assertFalse(coupling.isReal());
        assertThrows(ArithmeticException.class, () -> RATE.dividedBy(RATE.plus(X)));
    }
}
