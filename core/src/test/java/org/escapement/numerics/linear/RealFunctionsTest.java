package org.escapement.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RealFunctionsTest {

    @Test
    void zerosOfVeryDifferentSizeKeepTheirDigits() {
        // (x + 1e-3)(x + 200)(x^2 + 1)
        List<Complex> zeros = RealFunctions.zeros(0.2, 200.001, 1.2, 200.001, 1).stream()
                .sorted(Comparator.comparingDouble(Complex::re))
                .toList();
        assertEquals(-200, zeros.get(0).re(), 1e-12);
        assertEquals(-1e-3, zeros.get(1).re(), 1e-16);
        assertEquals(1, Math.abs(zeros.get(2).im()), 1e-13);
    }

    @Test
    void aPolynomialWithoutLeadingCoefficientIsRefused() {
        assertThrows(ArithmeticException.class, () -> RealFunctions.zeros(1, 2, 0));
    }

    @Test
    void eliminationSolvesComplexSystems() {
        ComplexMatrix a = new ComplexMatrix(3, 3);
        ComplexMatrix b = new ComplexMatrix(3, 1);
        Complex[] x = {new Complex(1, 2), new Complex(-3, 0.5), new Complex(0, 4)};
        for (int i = 0; i < 3; i++) {
            Complex sum = Complex.ZERO;
            for (int j = 0; j < 3; j++) {
                Complex entry = i == j ? Complex.ZERO : new Complex(i + 1, j - 2 * i);
                a.set(i, j, entry);
                sum = sum.plus(entry.times(x[j]));
            }
            b.set(i, 0, sum);
        }
        a.solve(b);
        for (int i = 0; i < 3; i++) assertEquals(0, b.get(i, 0).minus(x[i]).modulus(), 1e-14);
    }

    @Test
    void aSingularMatrixIsRefused() {
        ComplexMatrix a = new ComplexMatrix(2, 2);
        a.add(0, 0, 1, 0);
        assertThrows(ArithmeticException.class, () -> a.solve(new ComplexMatrix(2, 1)));
    }
}
