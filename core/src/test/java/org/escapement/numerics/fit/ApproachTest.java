package org.escapement.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ApproachTest {

    private static final double[] X = {6, 10, 14, 18, 22, 26, 30, 34, 38};

    private static double[] at(DoubleUnaryOperator f) {
        return Arrays.stream(X).map(f).toArray();
    }

    @Test
    void aPolynomialInInversePowersIsFoundExactly() {
        Approach.Result r = new Approach.Polynomial(3, 1).through(X, at(x -> 2 - 3 / x + 5 / (x * x * x)));
        assertEquals(2, r.limit(), 1e-10);
        assertEquals(2 - 0.03 + 5e-6, r.curve().applyAsDouble(100), 1e-10);
        Approach.Result third = new Approach.Polynomial(2, 1.0 / 3).through(X, at(x -> 1 + Math.pow(x, -2.0 / 3)));
        assertEquals(1, third.limit(), 1e-10);
    }

    @Test
    void aFreePowerLawIsFoundExactly() {
        Approach.Result r =
                new Approach.PowerLaw(OptionalDouble.empty()).through(X, at(x -> 0.4 - 2 * Math.pow(x, -0.37)));
        assertEquals(0.4, r.limit(), 1e-7);
        assertEquals(-0.37, r.exponent(), 1e-7);
        assertTrue(r.limitError() < 1e-6 && r.exponentError() < 1e-6);
    }

    @Test
    void aKnownLimitLeavesTheSlopeOfLogarithms() {
        Approach.Result r = new Approach.PowerLaw(OptionalDouble.of(0)).through(X, at(x -> -3 * Math.pow(x, 1.5)));
        assertEquals(1.5, r.exponent(), 1e-12);
        assertEquals(-3 * 8, r.curve().applyAsDouble(4), 1e-10);
    }

    @Test
    void theErrorCoversWhatTheFormOfTheFitCannotSee() {
        Approach.Result r = new Approach.Polynomial(2, 1).through(X, at(x -> 1 / (x + 2)));
        assertTrue(Math.abs(r.limit()) <= r.limitError(), r.limit() + " within " + r.limitError());
        Approach.Result p = new Approach.PowerLaw(OptionalDouble.empty()).through(X, at(x -> 1 / x + 1 / (x * x)));
        assertTrue(p.exponentError() > 1e-3 && Math.abs(p.exponent() + 1) < 0.3);
    }

    @Test
    void tooFewPointsAndGrowthAreRefused() {
        assertThrows(ArithmeticException.class, () -> new Approach.Polynomial(9, 1).through(X, at(x -> x)));
        assertThrows(
                ArithmeticException.class,
                () -> new Approach.PowerLaw(OptionalDouble.empty()).through(X, at(x -> x * x)));
        assertThrows(
                ArithmeticException.class,
                () -> new Approach.PowerLaw(OptionalDouble.of(1 / 20.0)).through(X, at(x -> 1 / x)));
    }
}
