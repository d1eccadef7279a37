package org.escapement.numerics.special;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.escapement.numerics.linear.Complex;
import org.junit.jupiter.api.Test;

final class PolygammaTest {

    /** Re z, Im z, Re psi, Im psi, Re psi', Im psi' by mpmath at 30 digits. */
    private static final double[][] REFERENCE = {
        {0.1, 0, -10.423754940411076, 0, 101.43329915079275, 0},
        {1, 0, -0.57721566490153286, 0, 1.6449340668482264, 0},
        {1.4616321449683622, 0, -9.2412655217294275e-17, 0, 0.96767224544762125, 0},
        {3.7, 2.2, 1.3576969420395714, 0.59972940517585553, 0.21250257176381816, -0.14451070330072975},
        {0.3, -5, 1.6085668554975933, -1.6109098352332924, -0.0080687288890096194, 0.20035021388395181},
        {-2.5, 0.1, 1.1036973777788084, 0.9226992914585989, 8.6261906773959992, -0.010809084016005464},
        {-7.3, -0.001, 4.3372728953287954, -0.014951255013358744, 14.950998679969331, -0.068819550964502296},
        {10000, 300000, 12.612092945287379, 1.5374769957335812, 1.1098225427105995e-7, -3.3296341098311313e-6},
        {1, 40, 3.6889315407034474, 1.5582963267948966, 0.0003125, -0.024997395507667051},
        {-30.2, 25, 3.6786208332263779, 2.4581994578737652, -0.01958607104806042, -0.015947873593084836},
    };

    private static void near(Complex expected, Complex actual, double scale) {
        assertEquals(0, expected.minus(actual).modulus() / scale, 2e-14, () -> expected + " against " + actual);
    }

    @Test
    void bothFunctionsAgreeWithThirtyDigitValues() {
        for (double[] r : REFERENCE) {
            Complex z = new Complex(r[0], r[1]);
            Complex psi = new Complex(r[2], r[3]);
            Complex slope = new Complex(r[4], r[5]);
            near(psi, Polygamma.digamma(z), Math.max(1, psi.modulus()));
            near(slope, Polygamma.trigamma(z), slope.modulus());
        }
    }

    @Property(tries = 200)
    void recurrenceHolds(
            @ForAll @DoubleRange(min = -20, max = 20) double x, @ForAll @DoubleRange(min = 0.01, max = 20) double y) {
        Complex z = new Complex(x, y);
        Complex step = z.reciprocal();
        near(
                Polygamma.digamma(z.plus(1)),
                Polygamma.digamma(z).plus(step),
                1 + Polygamma.digamma(z).modulus() + step.modulus());
        near(
                Polygamma.trigamma(z),
                Polygamma.trigamma(z.plus(1)).plus(step.squared()),
                1 + Polygamma.trigamma(z).modulus());
    }

    @Property(tries = 100)
    void trigammaIsTheSlopeOfDigamma(
            @ForAll @DoubleRange(min = 0.6, max = 60) double x, @ForAll @DoubleRange(min = -40, max = 40) double y) {
        Complex z = new Complex(x, y);
        double h = 1e-4 * z.modulus();
        Complex slope = Polygamma.digamma(z.plus(h))
                .minus(Polygamma.digamma(z.plus(-h)))
                .over(2 * h);
        assertEquals(0, slope.minus(Polygamma.trigamma(z)).modulus(), 2e-7 * (1 + slope.modulus()));
    }
}
