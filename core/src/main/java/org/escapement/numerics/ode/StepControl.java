package org.escapement.numerics.ode;

/**
 * Proportional-integral control of the step size: factor = safety e^(-a) eOld^b of the squared error norms e.
 * <p>Powers are taken on the bits of the number, x^p = fromBits(B + p (bits(x) - B)) with dyadic p and B the bits of 1:
 * the logarithm is replaced by its piecewise linear approximation. That is a few percent off, which control does not
 * notice, and costs an integer multiplication; being integer arithmetic it is the same everywhere.
 */
final class StepControl {
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    private static final int SHIFT = 10;
    private static final double SMALLEST = 0.2;
    /** Below this squared error the step grows by the largest factor anyway. */
    private static final double FLOOR = 0x1p-100;

    /** Squared error remembered at the start. */
    static final double FIRST = 1e-8;

    private final long proportional;
    private final long integral;
    private final double largest;
    private final double safety;

    StepControl(Tableau tableau) {
        int k = tableau.errorOrder() + 1;
        boolean high = tableau.order() > 6;
        // Hairer's alpha = 1/k - 0.75 beta, halved for squares; with his beta (0.2/k at order 5, none and growth by 6
        // for DOP853) nonlinear oscillators had a quarter of the long steps rejected, with these one in twenty
        double beta = (high ? 0.25 : 0.3) / k;
        this.safety = high ? 0.8 : 0.9;
        this.proportional = Math.round((1.0 / k - 0.75 * beta) / 2 * (1 << SHIFT));
        this.integral = Math.round(beta / 2 * (1 << SHIFT));
        this.largest = high ? 6 : 5;
    }

    /** Factor for the next step; {@code old} is the squared error of the last accepted step. */
    double afterAcceptance(double squared, double old) {
        double factor = safety * power(squared > FLOOR ? squared : FLOOR, -proportional) * power(old, integral);
        return factor > largest ? largest : factor < SMALLEST ? SMALLEST : factor;
    }

    /** Factor after a step was refused; the estimate may be infinite or not a number. */
    double afterRejection(double squared) {
        if (!(squared < Double.POSITIVE_INFINITY)) {
            return SMALLEST * 0.5;
        }
        return Math.max(SMALLEST, safety * power(squared, -proportional));
    }

    /** What to remember of an accepted step. */
    static double remembered(double squared) {
        return squared > FIRST ? squared : FIRST;
    }

    private static double power(double x, long p) {
        return Double.longBitsToDouble(ONE + ((p * ((Double.doubleToRawLongBits(x) - ONE) >> 8)) >> (SHIFT - 8)));
    }
}
