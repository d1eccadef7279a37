package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Phases i^g(n) of the basis states, g = 0 or 1, with which -iH and, up to a common phase for each, all jump operators
 * become real. A real density matrix then stays real. Found by walking along the entries of the matrices.
 *
 * @param turned whether g(n) = 1
 */
record Gauge(boolean[] turned) {

    /** The gauge without phases. */
    static Gauge none(int dimension) {
        return new Gauge(new boolean[dimension]);
    }

    /**
     * Looks for a gauge, empty when there is none.
     *
     * @param generators matrices -iH whose entries must become real
     * @param jumps matrices that must become real up to a factor
     */
    static Optional<Gauge> find(int dimension, List<Sparse> generators, List<Sparse> jumps) {
        Parities parities = new Parities(dimension);
        for (Sparse m : generators) if (!tie(parities, m, false)) return Optional.empty();
        for (Sparse m : jumps) if (!tie(parities, m, factor(parities, m))) return Optional.empty();
        boolean[] turned = new boolean[dimension];
        for (int n = 0; n < dimension; n++) turned[n] = parities.odd(n);
        return Optional.of(new Gauge(turned));
    }

    /** Whether the matrix is to become imaginary rather than real: what its first entry between tied states says. */
    private static boolean factor(Parities parities, Sparse m) {
        for (int r = 0; r < m.rows(); r++) {
            for (int k = m.start()[r]; k < m.start()[r + 1]; k++) {
                int c = m.column()[k];
                if (parities.root(r) == parities.root(c)) {
                    return parities.odd(r) ^ parities.odd(c) ^ m.im()[k] != 0;
                }
            }
        }
        return false;
    }

    /** Demands that all entries become real, or all imaginary. */
    private static boolean tie(Parities parities, Sparse m, boolean imaginary) {
        boolean[] consistent = {true};
        m.forEach((r, c, x, y) -> consistent[0] &= (x == 0 || y == 0) && parities.tie(r, c, (y != 0) ^ imaginary));
        return consistent[0];
    }

    /** P† M P with P = diag(i^g). */
    Sparse apply(Sparse m) {
        SparseBuilder b = new SparseBuilder(m.rows(), m.columns());
        m.forEach((r, c, x, y) -> {
            if (turned[r] == turned[c]) b.add(r, c, x, y);
            else if (turned[c]) b.add(r, c, -y, x);
            else b.add(r, c, y, -x);
        });
        return b.build();
    }

    /** The same for a jump operator; one that comes out imaginary is multiplied by -i, which changes no jump. */
    Sparse applyToJump(Sparse m) {
        Sparse result = apply(m);
        if (result.isReal()) return result;
        Sparse turnedBack = result.times(0, -1);
        return turnedBack.isReal() ? turnedBack : result;
    }

    /** Components of P† psi. */
    void apply(double[] re, double[] im) {
        for (int n = 0; n < re.length; n++) {
            if (!turned[n]) continue;
            double x = re[n];
            re[n] = im[n];
            im[n] = -x;
        }
    }

    /** Union-find with the parity of each node relative to its root. */
    private static final class Parities {
        private final int[] parent;
        private final boolean[] flip;

        Parities(int count) {
            parent = new int[count];
            flip = new boolean[count];
            for (int i = 0; i < count; i++) parent[i] = i;
        }

        /** The root, with the path to it flattened to at most half its length. */
        int root(int i) {
            int k = i;
            while (parent[k] != k) {
                int above = parent[k];
                if (parent[above] != above) {
                    flip[k] ^= flip[above];
                    parent[k] = parent[above];
                }
                k = above;
            }
            return k;
        }

        boolean odd(int i) {
            boolean parity = false;
            for (int k = i; parent[k] != k; k = parent[k]) parity ^= flip[k];
            return parity;
        }

        /** Demands parity(a) xor parity(b) = odd; false on contradiction. */
        boolean tie(int a, int b, boolean odd) {
            int ra = root(a);
            int rb = root(b);
            boolean sum = odd(a) ^ odd(b);
            if (ra == rb) return sum == odd;
            parent[rb] = ra;
            flip[rb] = sum ^ odd;
            return true;
        }
    }
}
