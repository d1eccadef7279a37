package org.escapement.numerics.roots;

import java.util.function.DoubleUnaryOperator;

/** A zero between two ends where a function has opposite signs. Stateless and thread-safe. */
public final class BracketedRoot {

    private static final int HALVINGS = 2100;

    private BracketedRoot() {}

    /**
     * Halves the bracket until neighbouring numbers are left or the width is below a tolerance; robust where the
     * function is infinite at an end or jumps.
     *
     * @param tolerance absolute width at which to stop; 0 for full precision
     * @throws ArithmeticException when the signs at the ends do not differ or a value is not a number
     */
    public static double bisect(DoubleUnaryOperator f, double from, double to, double tolerance) {
        double a = from;
        double b = to;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) return a;
        if (fb == 0) return b;
        if (Double.isNaN(fa) || Double.isNaN(fb) || fa > 0 == fb > 0) {
            throw new ArithmeticException(
                    "no change of sign between " + from + " (value " + fa + ") and " + to + " (value " + fb + ")");
        }
        for (int i = 0; i < HALVINGS && Math.abs(b - a) > tolerance; i++) {
            double middle = a + (b - a) / 2;
            if (middle == a || middle == b) break;
            double fm = f.applyAsDouble(middle);
            if (fm == 0) return middle;
            if (Double.isNaN(fm)) throw new ArithmeticException("not a number at " + middle);
            if (fm > 0 == fa > 0) a = middle;
            else b = middle;
        }
        return a + (b - a) / 2;
    }
}
