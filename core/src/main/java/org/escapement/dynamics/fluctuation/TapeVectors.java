package org.escapement.dynamics.fluctuation;

import java.util.Arrays;
import org.escapement.numerics.kernel.Tape;

/** Vectors and sums of products on a tape; {@link #NONE} stands for a value that is zero by structure. */
record TapeVectors(Tape.Builder tape) {

    static final int NONE = -1;

    /** total + a b. */
    int sum(int total, int a, int b) {
        if (a == NONE || b == NONE) return total;
        return total == NONE ? tape.multiply(a, b) : tape.fma(a, b, total);
    }

    int dot(int[] a, int[] b) {
        int total = NONE;
        for (int c = 0; c < a.length; c++) total = sum(total, a[c], b[c]);
        return total;
    }

    int[] scaled(int[] v, int factor) {
        return Arrays.stream(v).map(x -> tape.multiply(x, factor)).toArray();
    }

    int[] cross(int[] a, int[] b) {
        int[] product = new int[3];
        for (int c = 0; c < 3; c++) {
            int u = (c + 1) % 3;
            int v = (c + 2) % 3;
            product[c] = tape.subtract(tape.multiply(a[u], b[v]), tape.multiply(a[v], b[u]));
        }
        return product;
    }
}
