package org.escapement.dynamics.exact;

import java.util.Arrays;
import org.escapement.numerics.linear.Sparse;

/**
 * Tr(O X) as a weighted sum of entries of a density matrix in its layout. Immutable.
 *
 * @param place where in the array
 * @param re real parts of the weights
 * @param im imaginary parts of the weights
 * @param size number of entries of the density matrix
 */
record Reading(int[] place, double[] re, double[] im, int size) {

    /** Of the matrix O of an operator, in the gauge of the density matrices. */
    static Reading of(Sparse o, Layout layout) {
        int[] place = new int[o.entries()];
        double[] re = new double[o.entries()];
        double[] im = new double[o.entries()];
        int[] kept = {0};
        o.forEach((r, c, x, y) -> {
            int at = layout.place(c, r);
            if (at < 0) return;
            place[kept[0]] = at;
            re[kept[0]] = x;
            im[kept[0]++] = y;
        });
        return new Reading(
                Arrays.copyOf(place, kept[0]), Arrays.copyOf(re, kept[0]), Arrays.copyOf(im, kept[0]), layout.size());
    }

    /** Real part. */
    double real(double[] x, boolean complex) {
        double sum = 0;
        for (int k = 0; k < place.length; k++) {
            sum += re[k] * x[place[k]];
            if (complex) sum -= im[k] * x[size + place[k]];
        }
        return sum;
    }

    /** Imaginary part. */
    double imaginary(double[] x, boolean complex) {
        double sum = 0;
        for (int k = 0; k < place.length; k++) {
            sum += im[k] * x[place[k]];
            if (complex) sum += re[k] * x[size + place[k]];
        }
        return sum;
    }

    /** The weights as a vector of the same kind as x, conjugated so that their scalar product with X is Tr(O X). */
    double[] vector(boolean complex) {
        double[] v = new double[complex ? 2 * size : size];
        for (int k = 0; k < place.length; k++) {
            v[place[k]] += re[k];
            if (complex) v[size + place[k]] -= im[k];
        }
        return v;
    }
}
