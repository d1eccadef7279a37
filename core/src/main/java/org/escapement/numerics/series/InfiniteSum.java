package org.escapement.numerics.series;

import java.util.function.DoubleUnaryOperator;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Integral;

/**
 * Sum over n = 1, 2, ... of a smooth function of n: the first terms one by one, the rest by the midpoint form of
 * Euler and Maclaurin, sum_{n>=N} f(n) = int_{N-1/2}^inf f dn + f'(N-1/2)/24 - 7 f'''(N-1/2)/5760 + ...
 *
 * @param value the sum
 * @param error estimate: the last correction that was used, the error of the integral and rounding
 */
public record InfiniteSum(double value, double error) {

    /**
     * Sums a function of the real variable n that falls faster than 1/n and is smooth beyond {@code smoothFrom}.
     *
     * @param terms how many terms to add one by one
     */
    public static InfiniteSum of(DoubleUnaryOperator f, int terms) {
        double sum = 0;
        double size = 0;
        for (int n = 1; n < terms; n++) {
            double term = f.applyAsDouble(n);
            sum += term;
            size += Math.abs(term);
        }
        double edge = terms - 0.5;
        double h = 0.5;
        double slope = (f.applyAsDouble(edge + h) - f.applyAsDouble(edge - h)) / (2 * h);
        double third = (f.applyAsDouble(edge + 2 * h)
                        - 2 * f.applyAsDouble(edge + h)
                        + 2 * f.applyAsDouble(edge - h)
                        - f.applyAsDouble(edge - 2 * h))
                / (2 * h * h * h);
        // The central difference overestimates f' by h^2 f'''/6.
        double correction = (slope - h * h * third / 6) / 24;
        double next = -7 * third / 5760;
        Integral rest = new AdaptiveQuadrature(1e-12, 1e-16 * size, 400)
                .integrate(f, edge, 4 * edge, 64 * edge, Double.POSITIVE_INFINITY);
        double value = sum + rest.value(0) + correction + next;
        return new InfiniteSum(value, rest.error(0) + Math.abs(next) + 2e-16 * (size + Math.abs(value)));
    }
}
