package org.escapement.algebra;

import java.math.BigInteger;

/**
 * Splits a positive integer m into outside^2 * inside with inside squarefree, so that sqrt(m) = outside * sqrt(inside).
 *
 * <p>Trial division stops at the cube root of what is left: a number without a prime factor below its cube root has at
 * most two prime factors, hence is squarefree or a perfect square.
 */
record SquareFactor(BigInteger outside, BigInteger inside) {

    private static final long LARGEST_TRIAL_DIVISOR = 1L << 22;

    static SquareFactor of(BigInteger number) {
        BigInteger outside = BigInteger.ONE;
        BigInteger inside = BigInteger.ONE;
        BigInteger rest = number;
        for (long trial = 2; !reachedCubeRoot(trial, rest); trial++) {
            if (trial > LARGEST_TRIAL_DIVISOR) {
                throw new ArithmeticException("sqrt(" + number + ") cannot be simplified exactly: " + "a factor above "
                        + LARGEST_TRIAL_DIVISOR + " squared would have to be found");
            }
            BigInteger divisor = BigInteger.valueOf(trial);
            int power = 0;
            BigInteger[] quotient = rest.divideAndRemainder(divisor);
            while (quotient[1].signum() == 0) {
                power++;
                rest = quotient[0];
                quotient = rest.divideAndRemainder(divisor);
            }
            outside = outside.multiply(divisor.pow(power / 2));
            inside = power % 2 == 1 ? inside.multiply(divisor) : inside;
        }
        BigInteger root = rest.sqrt();
        return root.multiply(root).equals(rest)
                ? new SquareFactor(outside.multiply(root), inside)
                : new SquareFactor(outside, inside.multiply(rest));
    }

    private static boolean reachedCubeRoot(long trial, BigInteger rest) {
        return BigInteger.valueOf(trial).pow(3).compareTo(rest) > 0;
    }
}
