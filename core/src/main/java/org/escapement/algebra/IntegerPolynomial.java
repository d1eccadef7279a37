package org.escapement.algebra;

import java.math.BigInteger;
import java.util.Arrays;

/** A polynomial in Jz with integer coefficients, lowest power first: what reordering leaves between J+ and J-. */
final class IntegerPolynomial {

    private final BigInteger[] coefficients;

    private IntegerPolynomial(BigInteger[] coefficients) {
        this.coefficients = coefficients;
    }

    static IntegerPolynomial constant(BigInteger value) {
        return new IntegerPolynomial(new BigInteger[] {value});
    }

    int degree() {
        return coefficients.length - 1;
    }

    BigInteger coefficient(int power) {
        return coefficients[power];
    }

    /** This times (slope * Jz + offset)^power. */
    IntegerPolynomial timesLinear(long slope, long offset, int power) {
        BigInteger a = BigInteger.valueOf(slope);
        BigInteger b = BigInteger.valueOf(offset);
        BigInteger[] product = coefficients;
        for (int count = 0; count < power; count++) {
            BigInteger[] next = new BigInteger[product.length + 1];
            Arrays.fill(next, BigInteger.ZERO);
            for (int i = 0; i < product.length; i++) {
                next[i] = next[i].add(product[i].multiply(b));
                next[i + 1] = product[i].multiply(a);
            }
            product = next;
        }
        return new IntegerPolynomial(product);
    }
}
