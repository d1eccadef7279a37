package org.escapement.numerics.fit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * How y(x) approaches its value at infinite x, fitted to points by least squares. Errors are not statistical: they say
 * how far the answer moves when the first or last point is left out and, for polynomials, when the order is changed by
 * one.
 */
public sealed interface Approach {

    /**
     * What came out.
     *
     * @param limit y at infinite x
     * @param exponent e of y - limit ~ x^e for large x
     * @param curve y at any positive x
     */
    record Result(double limit, double limitError, double exponent, double exponentError, DoubleUnaryOperator curve) {}

    /** Smallest number of points. */
    int leastPoints();

    /**
     * The fit through points.
     *
     * @param x positive, ascending
     * @throws ArithmeticException when there are too few points or none of this kind fits
     */
    default Result through(double[] x, double[] y) {
        if (x.length < leastPoints()) {
            throw new ArithmeticException(
                    "this fit needs " + leastPoints() + " points at least, there are " + x.length);
        }
        Result whole = once(x, y);
        double limit = 0;
        double exponent = 0;
        if (x.length > leastPoints()) {
            int n = x.length;
            for (int from = 0; from < 2; from++) {
                Result part =
                        once(Arrays.copyOfRange(x, from, from + n - 1), Arrays.copyOfRange(y, from, from + n - 1));
                limit = Math.max(limit, Math.abs(part.limit - whole.limit));
                exponent = Math.max(exponent, Math.abs(part.exponent - whole.exponent));
            }
        }
        limit = Math.max(limit, otherOrders(x, y, whole.limit));
        return new Result(whole.limit, limit, whole.exponent, exponent, whole.curve);
    }

    /** How far the limit moves with the neighbouring orders. */
    default double otherOrders(double[] x, double[] y, double limit) {
        return 0;
    }

    /** The fit without errors. */
    Result once(double[] x, double[] y);

    /**
     * y = a_0 + a_1 x^-s + a_2 x^-2s + ...
     *
     * @param order number of powers
     * @param step the power s, 1 for a polynomial in 1/x
     */
    record Polynomial(int order, double step) implements Approach {

        @Override
        public int leastPoints() {
            return order + 1;
        }

        @Override
        public Result once(double[] x, double[] y) {
            double[] inverse = inverse(x);
            double[] a = PolynomialFit.coefficients(inverse, y, order);
            DoubleUnaryOperator curve = at -> {
                double sum = 0;
                for (int k = order; k >= 0; k--) sum = sum * Math.pow(at, -step) + a[k];
                return sum;
            };
            return new Result(a[0], 0, -step, 0, curve);
        }

        @Override
        public double otherOrders(double[] x, double[] y, double limit) {
            double worst = 0;
            for (int k = Math.max(1, order - 1); k <= order + 1; k++) {
                if (k + 1 > x.length) break;
                worst = Math.max(worst, Math.abs(PolynomialFit.constant(inverse(x), y, k) - limit));
            }
            return worst;
        }

        private double[] inverse(double[] x) {
            return Arrays.stream(x).map(v -> Math.pow(v, -step)).toArray();
        }
    }

    /**
     * y = a + b x^e with a free exponent.
     *
     * @param fixedLimit a, when it is known; then e is the slope of log|y - a| against log x, and may be positive
     */
    record PowerLaw(OptionalDouble fixedLimit) implements Approach {

        private static final double STEEPEST = -8;
        private static final double FLATTEST = -0.02;
        private static final int SCAN = 400;

        @Override
        public int leastPoints() {
            return fixedLimit.isPresent() ? 2 : 3;
        }

        @Override
        public Result once(double[] x, double[] y) {
            return fixedLimit.isPresent() ? known(x, y, fixedLimit.getAsDouble()) : free(x, y);
        }

        private static Result known(double[] x, double[] y, double a) {
            double[] logX = Arrays.stream(x).map(Math::log).toArray();
            double sign = Math.signum(y[0] - a);
            double[] logY = Arrays.stream(y).map(v -> Math.log(sign * (v - a))).toArray();
            if (!Arrays.stream(logY).allMatch(Double::isFinite)) {
                throw new ArithmeticException("a power law does not fit values on both sides of its limit " + a);
            }
            double[] line = PolynomialFit.coefficients(logX, logY, 1);
            double b = sign * Math.exp(line[0]);
            return new Result(a, 0, line[1], 0, at -> a + b * Math.pow(at, line[1]));
        }

        /** The straight line in x^e is a linear problem; only e is searched, by a scan and golden section. */
        private static Result free(double[] x, double[] y) {
            double ratio = Math.pow(FLATTEST / STEEPEST, 1.0 / SCAN);
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int k = 0; k <= SCAN; k++) {
                double misfit = misfit(x, y, STEEPEST * Math.pow(ratio, k));
                if (misfit < least) {
                    least = misfit;
                    best = k;
                }
            }
            if (best == 0 || best == SCAN) {
                throw new ArithmeticException("no exponent between " + STEEPEST + " and " + FLATTEST + " fits");
            }
            double e = golden(x, y, STEEPEST * Math.pow(ratio, best - 1), STEEPEST * Math.pow(ratio, best + 1));
            double[] line = PolynomialFit.coefficients(powers(x, e), y, 1);
            return new Result(line[0], 0, e, 0, at -> line[0] + line[1] * Math.pow(at, e));
        }

        private static double golden(double[] x, double[] y, double from, double to) {
            double section = (Math.sqrt(5) - 1) / 2;
            double low = from;
            double high = to;
            for (int k = 0; k < 60; k++) {
                double left = high - section * (high - low);
                double right = low + section * (high - low);
                if (misfit(x, y, left) < misfit(x, y, right)) high = right;
                else low = left;
            }
            return (low + high) / 2;
        }

        private static double misfit(double[] x, double[] y, double e) {
            double[] p = powers(x, e);
            double[] line = PolynomialFit.coefficients(p, y, 1);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double d = y[i] - line[0] - line[1] * p[i];
                sum += d * d;
            }
            return sum;
        }

        private static double[] powers(double[] x, double e) {
            return Arrays.stream(x).map(v -> Math.pow(v, e)).toArray();
        }
    }
}
