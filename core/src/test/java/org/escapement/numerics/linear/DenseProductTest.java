package org.escapement.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseProductTest {

    private static Dense random(int rows, int columns, long seed) {
        Dense m = Dense.zero(rows, columns, false);
        for (int i = 0; i < rows * columns; i++) {
            m.re()[i] = RandomStream.uniform(seed, i, 0) - 0.5;
            m.im()[i] = RandomStream.uniform(seed, i, 1) - 0.5;
        }
        return m;
    }

    /** Small, in halves, and outside the heap. */
    @ParameterizedTest
    @ValueSource(ints = {3, 321, 801})
    void entriesAreSumsOfProducts(int n) {
        Dense a = random(n, n + 1, 1);
        Dense b = random(n + 1, n + 2, 2);
        Dense product = a.times(b);
        Dense transposed = a.timesTransposed(b.transposed());
        for (int i = 0; i < n; i += Math.max(1, n / 4)) {
            for (int j = 0; j < n + 2; j += Math.max(1, n / 4)) {
                double re = 0;
                double im = 0;
                for (int k = 0; k <= n; k++) {
                    int p = i * (n + 1) + k;
                    int q = k * (n + 2) + j;
                    re += a.re()[p] * b.re()[q] - a.im()[p] * b.im()[q];
                    im += a.re()[p] * b.im()[q] + a.im()[p] * b.re()[q];
                }
                int at = i * (n + 2) + j;
                assertEquals(re, product.re()[at], 1e-11);
                assertEquals(im, product.im()[at], 1e-11);
                assertEquals(re, transposed.re()[at], 1e-11);
                assertEquals(im, transposed.im()[at], 1e-11);
            }
        }
    }
}
