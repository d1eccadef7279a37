package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.RealEigen;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Coordinates that an operator keeps among themselves and cannot be divided further, with the operator diagonalised:
 * items of a set, sums or differences of items and their partners, or both with i before the differences, in which what
 * keeps matrices Hermitian is real. Immutable.
 *
 * @param first place in the set of each coordinate's item
 * @param second place of the partner where a coordinate is a sum or difference, else the same as the first
 * @param weight of the first
 * @param partnerWeight of the second, 0 where it is the first
 * @param turned whether both weights come with a factor i
 * @param to matrix from coordinates to the eigenvectors' real basis, or to the eigenvectors
 * @param from its inverse
 * @param pairs eigenvectors of a real operator, null else
 */
record SylvesterPart(
        int[] first,
        int[] second,
        double[] weight,
        double[] partnerWeight,
        boolean[] turned,
        Dense to,
        Dense from,
        double[] re,
        double[] im,
        RealEigen pairs) {

    private static final double ROOT = Math.sqrt(0.5);
    private static final double ROUNDING = 1e-14;

    /** The partner of each item of a set, by places, and the sign with which it comes. */
    record Partners(int[] place, int[] sign) {

        /** Partners without signs. */
        static Partners of(int[] members, IntUnaryOperator partner, IntUnaryOperator placeOf) {
            int[] place = new int[members.length];
            int[] sign = new int[members.length];
            Arrays.fill(sign, 1);
            for (int k = 0; k < place.length; k++) place[k] = placeOf.applyAsInt(partner.applyAsInt(members[k]));
            return new Partners(place, sign);
        }
    }

    /** Coordinates without the operator. */
    private record Basis(int[] first, int[] second, double[] weight, double[] partnerWeight, boolean[] turned) {
        Basis(int size) {
            this(new int[size], new int[size], new double[size], new double[size], new boolean[size]);
        }

        void set(int k, int item, int partner, double sign, boolean turn) {
            first[k] = item;
            second[k] = partner;
            weight[k] = item == partner ? 1 : ROOT;
            partnerWeight[k] = item == partner ? 0 : sign * ROOT;
            turned[k] = turn;
        }

        Basis cut(int count) {
            return only(IntStream.range(0, count).toArray());
        }

        Basis only(int[] kept) {
            Basis part = new Basis(kept.length);
            for (int i = 0; i < kept.length; i++) {
                int k = kept[i];
                part.first[i] = first[k];
                part.second[i] = second[k];
                part.weight[i] = weight[k];
                part.partnerWeight[i] = partnerWeight[k];
                part.turned[i] = turned[k];
            }
            return part;
        }

        SylvesterPart part(RealEigen e) {
            return part(e.basis(), e.re(), e.im(), e);
        }

        SylvesterPart part(Eigen e) {
            return part(e.vectors(), e.re(), e.im(), null);
        }

        private SylvesterPart part(Dense from, double[] re, double[] im, RealEigen pairs) {
            Dense to = from.inverse();
            return new SylvesterPart(first, second, weight, partnerWeight, turned, to, from, re, im, pairs);
        }
    }

    /** Items as they are. */
    static List<SylvesterPart> plain(Sparse operator, boolean real) {
        Basis basis = new Basis(operator.rows());
        for (int k = 0; k < operator.rows(); k++) basis.set(k, k, k, 1, false);
        return diagonalised(basis, operator, real);
    }

    /** Sums (parity 1) or differences (-1) of items and their partners. */
    static List<SylvesterPart> ofParity(Sparse operator, Partners partners, int parity, boolean real) {
        Basis basis = new Basis(operator.rows());
        int count = 0;
        for (int k = 0; k < operator.rows(); k++) {
            int other = partners.place[k];
            if (k > other || k == other && partners.sign[k] != parity) continue;
            basis.set(count++, k, other, parity * partners.sign[k], false);
        }
        return diagonalised(basis.cut(count), operator, real);
    }

    /** Sums, and differences times i, of entries and their transposes: an operator on Hermitian matrices is real there. */
    static List<SylvesterPart> hermitian(Sparse operator, Partners partners) {
        Basis basis = new Basis(operator.rows());
        int count = 0;
        for (int k = 0; k < operator.rows(); k++) {
            int other = partners.place[k];
            if (k > other) continue;
            basis.set(count++, k, other, 1, false);
            if (k < other) basis.set(count++, k, other, -1, true);
        }
        return diagonalised(basis, operator, true);
    }

    /** A part for each set of coordinates that the operator keeps apart from the others. */
    private static List<SylvesterPart> diagonalised(Basis basis, Sparse operator, boolean real) {
        Sparse onCoordinates = inCoordinates(basis, operator);
        Sectors sectors = Sectors.of(basis.first.length, List.of(onCoordinates));
        Sparse[] blocks = new Sparse[sectors.count()];
        for (Sectors.Part p : sectors.parts(onCoordinates)) blocks[p.from()] = p.matrix();
        List<SylvesterPart> parts = new ArrayList<>();
        for (int s = 0; s < blocks.length; s++) {
            int n = sectors.size(s);
            Dense block = blocks[s] == null ? Dense.zero(n, n, true) : blocks[s].dense();
            Basis own = basis.only(sectors.members(s));
            if (real) {
                parts.add(own.part(RealEigen.of(new Dense(n, n, block.re(), null))));
            } else {
                Dense complex = block.isReal() ? new Dense(n, n, block.re(), new double[n * n]) : block;
                parts.add(own.part(Eigen.of(complex, true)));
            }
        }
        return List.copyOf(parts);
    }

    /** W† M W with the columns of W being the coordinates, without what only rounding leaves. */
    private static Sparse inCoordinates(Basis basis, Sparse operator) {
        int n = basis.first.length;
        SparseBuilder w = new SparseBuilder(operator.rows(), n);
        for (int k = 0; k < n; k++) {
            add(w, basis.first[k], k, basis.weight[k], basis.turned[k]);
            if (basis.partnerWeight[k] != 0) add(w, basis.second[k], k, basis.partnerWeight[k], basis.turned[k]);
        }
        Sparse columns = w.build();
        Sparse product = columns.adjoint().times(operator.times(columns));
        double[] largest = {0};
        product.forEach((r, c, x, y) -> largest[0] = Math.max(largest[0], Math.hypot(x, y)));
        SparseBuilder kept = new SparseBuilder(n, n);
        product.forEach((r, c, x, y) -> {
            if (Math.hypot(x, y) > ROUNDING * largest[0]) kept.add(r, c, x, y);
        });
        return kept.build();
    }

    private static void add(SparseBuilder w, int item, int k, double weight, boolean turned) {
        w.add(item, k, turned ? 0 : weight, turned ? weight : 0);
    }

    int dimension() {
        return first.length;
    }
}
