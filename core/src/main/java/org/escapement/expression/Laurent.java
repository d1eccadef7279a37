package org.escapement.expression;

import java.util.Arrays;

/**
 * A truncated series in inverse half powers of the size N: the sum over k of {@code c[k] N^((top-k)/2)}. It carries a
 * number that depends on N into the limit of large N, order by order.
 *
 * <p>The top coefficient is non-zero unless the series is zero to the kept accuracy.
 */
public final class Laurent {

    /** Number of kept half orders; six whole orders of N are more than any level uses. */
    static final int KEPT = 13;

    private final int top;
    private final double[] c;

    private Laurent(int top, double[] c) {
        int lead = 0;
        while (lead < KEPT && c[lead] == 0) lead++;
        this.top = lead == KEPT ? 0 : top - lead;
        this.c = new double[KEPT];
        if (lead < KEPT) System.arraycopy(c, lead, this.c, 0, KEPT - lead);
    }

    /** A number that does not depend on N. */
    public static Laurent constant(double value) {
        double[] c = new double[KEPT];
        c[0] = value;
        return new Laurent(0, c);
    }

    /** {@code N^(twiceOrder/2)}. */
    public static Laurent size(int twiceOrder) {
        double[] c = new double[KEPT];
        c[0] = 1;
        return new Laurent(twiceOrder, c);
    }

    /** Whether only the coefficient of N^0 differs from zero. */
    boolean isConstant() {
        if (top != 0) return false;
        for (int k = 1; k < KEPT; k++) {
            if (c[k] != 0) return false;
        }
        return true;
    }

    /** Whether every kept coefficient is a finite number. */
    public boolean isFinite() {
        return Arrays.stream(c).allMatch(Double::isFinite);
    }

    public boolean isZero() {
        return c[0] == 0;
    }

    /** Twice the highest power of N; 0 for zero. */
    public int twiceOrder() {
        return top;
    }

    /** The coefficient of {@code N^(twiceOrder/2)}. */
    public double coefficient(int twiceOrder) {
        int k = top - twiceOrder;
        return k < 0 || k >= KEPT ? 0 : c[k];
    }

    public Laurent plus(Laurent other) {
        if (isZero()) return other;
        if (other.isZero()) return this;
        int high = Math.max(top, other.top);
        double[] sum = new double[KEPT];
        for (int k = 0; k < KEPT; k++) sum[k] = coefficient(high - k) + other.coefficient(high - k);
        return new Laurent(high, sum);
    }

    public Laurent times(Laurent other) {
        double[] product = new double[KEPT];
        for (int i = 0; i < KEPT; i++) {
            // A zero stays a zero beside an infinite number, such as the inverse temperature of an empty bath.
            for (int j = 0; c[i] != 0 && i + j < KEPT; j++) {
                if (other.c[j] != 0) product[i + j] += c[i] * other.c[j];
            }
        }
        return new Laurent(top + other.top, product);
    }

    /** One over this series; infinite when it is zero. */
    public Laurent reciprocal() {
        if (isZero()) return constant(Double.POSITIVE_INFINITY);
        if (Double.isInfinite(c[0])) return constant(0);
        double[] r = new double[KEPT];
        r[0] = 1 / c[0];
        for (int k = 1; k < KEPT; k++) {
            double s = 0;
            for (int j = 1; j <= k; j++) s += c[j] * r[k - j];
            r[k] = -s / c[0];
        }
        return new Laurent(-top, r);
    }

    /** A real power of a series; half orders must stay whole. */
    public Laurent power(double p) {
        if (isZero()) return constant(Evaluation.power(0, p));
        double shifted = top * p;
        if (shifted != Math.rint(shifted)) throw new ArithmeticException("a power of N that is not a half integer");
        double[] r = new double[KEPT];
        r[0] = Evaluation.power(c[0], p);
        for (int k = 1; k < KEPT; k++) {
            double s = 0;
            for (int j = 1; j <= k; j++) s += (p * j - (k - j)) * c[j] * r[k - j];
            r[k] = s / (k * c[0]);
        }
        return new Laurent((int) shifted, r);
    }

    /** The exponential of a series without growing terms. */
    public Laurent exponential() {
        double[] x = regular("exp");
        double[] r = new double[KEPT];
        r[0] = StrictMath.exp(x[0]);
        for (int k = 1; k < KEPT; k++) {
            for (int j = 1; j <= k; j++) {
                if (x[j] != 0) r[k] += j * x[j] * r[k - j] / k;
            }
        }
        return new Laurent(0, r);
    }

    /** The natural logarithm of a series of order N^0. */
    public Laurent logarithm() {
        if (top != 0 || isZero()) throw new ArithmeticException("the logarithm of a power of N has no order in N");
        double[] r = new double[KEPT];
        r[0] = StrictMath.log(c[0]);
        for (int k = 1; k < KEPT; k++) {
            double s = 0;
            for (int j = 1; j < k; j++) s += j * r[j] * c[k - j];
            r[k] = (c[k] - s / k) / c[0];
        }
        return new Laurent(0, r);
    }

    /** Sine (index 0) and cosine (index 1), or their hyperbolic counterparts, of a series without growing terms. */
    Laurent[] sineAndCosine(boolean hyperbolic) {
        double[] x = regular("sin and cos");
        double[] s = new double[KEPT];
        double[] o = new double[KEPT];
        s[0] = hyperbolic ? StrictMath.sinh(x[0]) : StrictMath.sin(x[0]);
        o[0] = hyperbolic ? StrictMath.cosh(x[0]) : StrictMath.cos(x[0]);
        double sign = hyperbolic ? 1 : -1;
        for (int k = 1; k < KEPT; k++) {
            for (int j = 1; j <= k; j++) {
                s[k] += j * x[j] * o[k - j] / k;
                o[k] += sign * j * x[j] * s[k - j] / k;
            }
        }
        return new Laurent[] {new Laurent(0, s), new Laurent(0, o)};
    }

    /** Coefficients of N^0, N^(-1/2), ...; refuses growing terms. */
    private double[] regular(String function) {
        if (top > 0 && !isZero()) {
            throw new ArithmeticException(function + " of something that grows with N has no order in N");
        }
        double[] x = new double[KEPT];
        for (int k = 0; k < KEPT; k++) x[k] = coefficient(-k);
        return x;
    }

    @Override
    public String toString() {
        return "N^(" + top + "/2) * " + Arrays.toString(c);
    }
}
