package org.escapement.observables.information;

import java.util.stream.IntStream;

/**
 * Correlations seen from one side by Gaussian measurements: the classical correlation is the largest decrease of the
 * entropy of the other modes, the discord what is left of the mutual information. Adesso and Datta (2010), Phys. Rev.
 * Lett. 105, 030501, Eqs. (5) to (7).
 *
 * @param classical S(others) - least conditional entropy, [nats]
 * @param discord mutual information - classical, [nats]
 * @param squeezing variance of the first quadrature of the best measurement's pure state, vacuum = 1, in the axes of the
 *     standard form if two modes are involved: 1 for heterodyne detection, 0 or infinite for homodyne detection (the two
 *     branches of the formula), in between otherwise
 */
public record OneWayCorrelation(double classical, double discord, double squeezing) {

    /** What homodyne detection or a measurement with finite squeezing gives at best. */
    record Conditional(double entropy, double squeezing) {}

    static OneWayCorrelation of(GaussianState state, int[] others, int measured) {
        int[] all =
                IntStream.concat(IntStream.of(others), IntStream.of(measured)).toArray();
        GaussianState whole = state.of(all);
        double unmeasured = state.of(others).entropy();
        Conditional best = others.length == 1 ? conditional(StandardForm.of(whole)) : new MeasuredMode(whole).best();
        double classical = Math.max(0, unmeasured - best.entropy());
        double quantum = state.of(measured).entropy() - whole.entropy() + best.entropy();
        return new OneWayCorrelation(classical, quantum, best.squeezing());
    }

    /**
     * The least entropy of the first mode after measuring the second. A measurement whose pure state has the variances λ
     * and 1/λ along the axes of the standard form leaves det = E(λ) = (a - c1²/(b + λ)) (a - c2²/(b + 1/λ)); its least
     * value lies at λ = 0 or infinity (homodyne) or at a root of a quadratic equation.
     */
    static Conditional conditional(StandardForm s) {
        double p = s.a() * s.b() - s.c1() * s.c1();
        double q = s.a() * s.b() - s.c2() * s.c2();
        double square = s.b() * s.b() + 1;
        double middle = p * q + s.a() * s.a();
        double two = s.a() * q * square - s.b() * middle;
        double one = 2 * s.a() * s.b() * (q - p);
        double zero = s.b() * middle - s.a() * p * square;
        double best = 0;
        double least = determinant(s, 0);
        for (double lambda : candidates(two, one, zero)) {
            double left = determinant(s, lambda);
            if (left < least) {
                least = left;
                best = lambda;
            }
        }
        return new Conditional(GaussianState.entropy(Math.sqrt(least)), best);
    }

    /** Heterodyne and homodyne detection, and the positive roots of two λ² + one λ + zero. */
    private static double[] candidates(double two, double one, double zero) {
        double root = Math.sqrt(Math.max(0, one * one - 4 * two * zero));
        double stable = -(one + Math.copySign(root, one)) / 2;
        return IntStream.range(0, 4)
                .mapToDouble(k -> switch (k) {
                    case 0 -> 1;
                    case 1 -> Double.POSITIVE_INFINITY;
                    case 2 -> stable / two;
                    default -> zero / stable;
                })
                .filter(x -> x > 0)
                .toArray();
    }

    private static double determinant(StandardForm s, double lambda) {
        double second = lambda == 0 ? 0 : s.c2() * s.c2() / (s.b() + 1 / lambda);
        return (s.a() - s.c1() * s.c1() / (s.b() + lambda)) * (s.a() - second);
    }
}
