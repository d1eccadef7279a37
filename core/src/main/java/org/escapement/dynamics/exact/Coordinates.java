package org.escapement.dynamics.exact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Orthonormal coordinates of the matrices that symmetries leave as they are: each symmetry carries every number of a
 * matrix to one of its numbers, with a sign, and numbers that are carried into one another share one coordinate.
 * Immutable.
 */
final class Coordinates {

    /**
     * A symmetry: the number at {@code i} goes to {@code image[i]}, with a minus where {@code flips[i]}. The image of an
     * image is the number itself.
     */
    record Mirror(int[] image, boolean[] flips) {

        /** The same with the other sign everywhere: what it leaves as it is was turned round before. */
        Mirror negated() {
            boolean[] other = new boolean[flips.length];
            for (int i = 0; i < flips.length; i++) other[i] = !flips[i];
            return new Mirror(image, other);
        }
    }

    private final int[] coordinate;
    private final double[] weight;
    private final int dimension;

    private Coordinates(int[] coordinate, double[] weight, int dimension) {
        this.coordinate = coordinate;
        this.weight = weight;
        this.dimension = dimension;
    }

    /**
     * Coordinates of what all mirrors leave as it is.
     *
     * @param numbers of a matrix: the real parts of its entries, then, unless it is real, the imaginary parts
     */
    static Coordinates of(int numbers, List<Mirror> mirrors) {
        int[] coordinate = new int[numbers];
        double[] weight = new double[numbers];
        Arrays.fill(coordinate, -2);
        int dimension = 0;
        Deque<Integer> orbit = new ArrayDeque<>();
        for (int i = 0; i < numbers; i++) {
            if (coordinate[i] != -2) continue;
            orbit.clear();
            boolean consistent = walk(i, dimension, mirrors, coordinate, weight, orbit);
            for (int member : orbit) {
                if (!consistent) coordinate[member] = -1;
                weight[member] = consistent ? weight[member] / Math.sqrt(orbit.size()) : 0;
            }
            if (consistent) dimension++;
        }
        return new Coordinates(coordinate, weight, dimension);
    }

    /** Collects what the mirrors carry i to; false when a number is carried to its own negative. */
    private static boolean walk(
            int i, int number, List<Mirror> mirrors, int[] coordinate, double[] weight, Deque<Integer> orbit) {
        boolean consistent = true;
        Deque<Integer> open = new ArrayDeque<>(List.of(i));
        coordinate[i] = number;
        weight[i] = 1;
        while (!open.isEmpty()) {
            int at = open.pop();
            orbit.add(at);
            for (Mirror m : mirrors) {
                int to = m.image[at];
                double sign = m.flips[at] ? -weight[at] : weight[at];
                if (coordinate[to] == number) {
                    consistent &= weight[to] == sign;
                } else {
                    coordinate[to] = number;
                    weight[to] = sign;
                    open.push(to);
                }
            }
        }
        return consistent;
    }

    /** Number of coordinates. */
    int dimension() {
        return dimension;
    }

    /** Number of numbers of a matrix. */
    int numbers() {
        return coordinate.length;
    }

    /** Coordinates to numbers, for a real or a complex vector of coordinates. */
    void unpack(double[] packed, double[] x) {
        int n = coordinate.length;
        for (int part = 0; part * dimension < packed.length; part++) {
            for (int i = 0; i < n; i++) {
                x[part * n + i] = coordinate[i] < 0 ? 0 : weight[i] * packed[part * dimension + coordinate[i]];
            }
        }
    }

    /** Numbers to coordinates; what the symmetries do not leave as it is gets lost. */
    void pack(double[] x, double[] packed) {
        int n = coordinate.length;
        Arrays.fill(packed, 0);
        for (int part = 0; part * dimension < packed.length; part++) {
            for (int i = 0; i < n; i++) {
                if (coordinate[i] >= 0) packed[part * dimension + coordinate[i]] += weight[i] * x[part * n + i];
            }
        }
    }

    double[] pack(double[] x) {
        double[] packed = new double[x.length / coordinate.length * dimension];
        pack(x, packed);
        return packed;
    }

    double[] unpack(double[] packed) {
        double[] x = new double[packed.length / dimension * coordinate.length];
        unpack(packed, x);
        return x;
    }

    /** The coordinate of a number, or -1. */
    int coordinate(int number) {
        return coordinate[number];
    }

    /** With which weight a number shows in its coordinate. */
    double weight(int number) {
        return weight[number];
    }

    /** The matrix of a generator that respects the symmetries. */
    Sparse matrix(Generator generator) {
        SparseBuilder b = new SparseBuilder(dimension, dimension);
        int n = generator.size();
        boolean complex = coordinate.length > n;
        generator.forEachEntry((to, from, re, im) -> {
            add(b, to, from, re);
            if (!complex) return;
            add(b, n + to, n + from, re);
            add(b, to, n + from, -im);
            add(b, n + to, from, im);
        });
        return b.build();
    }

    private void add(SparseBuilder b, int to, int from, double value) {
        if (coordinate[to] < 0 || coordinate[from] < 0) return;
        b.add(coordinate[to], coordinate[from], weight[to] * value * weight[from], 0);
    }
}
