package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbered real coordinates of Hermitian matrices in products of spherical tensors T_(l,k). The adjoint of T_(l,k) is (-1)^k
 * T_(l,-k), so that coefficients of a product and of its adjoint are conjugate; the product whose first k that is not zero
 * is positive stands for both, with the real part of its coefficient and the imaginary part as coordinates. Grows while it
 * is filled, by one thread.
 */
final class TensorBasis {

    /** Bits for one number of a product; l stays below 2^8. */
    private static final int BITS = 9;

    private static final int OFFSET = 1 << (BITS - 1);
    /** Largest l that fits. */
    static final int LARGEST = OFFSET - 1;
    /** Largest number of spins that fits. */
    static final int MOST_SPINS = 3;

    private final TensorShape shape;
    private final List<int[]> l = new ArrayList<>();
    private final List<int[]> k = new ArrayList<>();
    private final List<Boolean> imaginary = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    TensorBasis(TensorShape shape) {
        this.shape = shape;
    }

    TensorShape shape() {
        return shape;
    }

    int size() {
        return l.size();
    }

    /** The l of each spin; not to be changed. */
    int[] l(int coordinate) {
        return l.get(coordinate);
    }

    /** The k of each spin; not to be changed. */
    int[] k(int coordinate) {
        return k.get(coordinate);
    }

    boolean isImaginary(int coordinate) {
        return imaginary.get(coordinate);
    }

    /** Whether a product is kept. */
    boolean fits(int[] ls) {
        for (int s = 0; s < ls.length; s++) if (ls[s] > shape.limit(s)) return false;
        return true;
    }

    private static long key(int[] ls, int[] ks, boolean imaginaryPart) {
        long key = imaginaryPart ? 1 : 0;
        for (int s = 0; s < ls.length; s++) key = (key << 2 * BITS) | (long) ls[s] << BITS | ks[s] + OFFSET;
        return key;
    }

    /** The number of a coordinate, -1 when there is none. */
    int number(int[] ls, int[] ks, boolean imaginaryPart) {
        return numbers.getOrDefault(key(ls, ks, imaginaryPart), -1);
    }

    /** The number of a coordinate, a new one when there is none. */
    int insert(int[] ls, int[] ks, boolean imaginaryPart) {
        long key = key(ls, ks, imaginaryPart);
        Integer known = numbers.get(key);
        if (known != null) return known;
        numbers.put(key, l.size());
        l.add(ls.clone());
        k.add(ks.clone());
        imaginary.add(imaginaryPart);
        return l.size() - 1;
    }

    /** Sign of the first k that is not zero; 0 for self-adjoint products. */
    static int sign(int[] ks) {
        for (int x : ks) if (x != 0) return Integer.signum(x);
        return 0;
    }

    /** The sign in T† = ± T_(l,-k). */
    static int adjointSign(int[] ks) {
        return Arrays.stream(ks).sum() % 2 == 0 ? 1 : -1;
    }
}
