package org.escapement.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactNumbersTest {

    private static final double ROUNDING = 1e-12;

    @Provide
    Arbitrary<Surd> surds() {
        return RandomAlgebra.surds();
    }

    @Provide
    Arbitrary<ExactComplex> numbers() {
        return RandomAlgebra.numbers();
    }

    @Property(tries = 200)
    void complexNumbersFormACommutativeRing(
            @ForAll("numbers") ExactComplex a, @ForAll("numbers") ExactComplex b, @ForAll("numbers") ExactComplex c) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.times(b), b.times(a));
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
        assertEquals(a.times(b).plus(a.times(c)), a.times(b.plus(c)));
        assertTrue(a.minus(a).isZero());
        assertEquals(a, a.times(ExactComplex.ONE));
        assertEquals(a.times(b).conjugate(), a.conjugate().times(b.conjugate()));
        assertTrue(a.times(a.conjugate()).isReal());
    }

    @Property(tries = 200)
    void divisionUndoesMultiplication(@ForAll("surds") Surd a, @ForAll("surds") Surd b) {
        if (b.isSingleTerm()) {
            assertEquals(a, a.times(b).dividedBy(b));
            ExactComplex divisor = new ExactComplex(Surd.of(2), b);
            assertEquals(ExactComplex.of(a), ExactComplex.of(a).times(divisor).dividedBy(divisor));
        } else {
            assertThrows(ArithmeticException.class, () -> a.dividedBy(b));
        }
    }

    @Property(tries = 200)
    void arithmeticAgreesWithDoubles(@ForAll("surds") Surd a, @ForAll("surds") Surd b) {
        double scale = 1 + Math.abs(a.doubleValue()) + Math.abs(b.doubleValue());
        assertEquals(a.doubleValue() + b.doubleValue(), a.plus(b).doubleValue(), ROUNDING * scale);
        assertEquals(a.doubleValue() * b.doubleValue(), a.times(b).doubleValue(), ROUNDING * scale * scale);
    }

    @Test
    void squareRootsAreSimplified() {
        assertEquals(Surd.of(2).times(Surd.sqrt(Rational.of(3))), Surd.sqrt(Rational.of(12)));
        assertEquals("sqrt(2)/2", Surd.sqrt(Rational.of(1, 2)).toString());
        assertEquals(Surd.of(6), Surd.sqrt(Rational.of(2)).times(Surd.sqrt(Rational.of(18))));
        assertEquals(Surd.of(1000003L), Surd.sqrt(Rational.of(1000003L * 1000003L)));
        assertThrows(ArithmeticException.class, () -> Surd.sqrt(Rational.of(-2)));
    }

    @Test
    void aSquareRootTooLargeToSimplifyIsRefused() {
        BigInteger square = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
        assertThrows(ArithmeticException.class, () -> Surd.sqrt(Rational.of(square)));
    }

    @Test
    void decimalsAreTakenAsWritten() {
        assertEquals(Surd.of(1, 10), Surd.ofDecimal(new BigDecimal("0.1")));
        assertEquals(Surd.of(1200), Surd.ofDecimal(new BigDecimal("1.2e3")));
        assertEquals(0.1, Surd.of(1, 10).doubleValue());
    }

    @Test
    void fractionsAreReduced() {
        assertEquals(Rational.of(-1, 2), Rational.of(3, -6));
        assertEquals("-3/2", Surd.of(-3, 2).toString());
        assertEquals("1 - sqrt(3)", Surd.ONE.minus(Surd.sqrt(Rational.of(3))).toString());
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    }
}
