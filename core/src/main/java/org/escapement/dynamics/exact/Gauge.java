package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Phases i^g(n) of the basis states with which -iH and, up to a common phase for each, all jump operators become real. A
 * real density matrix then stays real. Found by walking along the entries of the matrices, which decides whether g is
 * even or odd; where that is a sum over sites, so is g, and operators of one site stay such.
 *
 * @param turns g, 0 to 3
 */
record Gauge(int[] turns) {

    /** The gauge without phases. */
    static Gauge none(int dimension) {
        return new Gauge(new int[dimension]);
    }

    /**
     * Looks for a gauge, empty when there is none.
     *
     * @param generators matrices -iH whose entries must become real
     * @param jumps matrices that must become real up to a factor
     */
    static Optional<Gauge> find(HilbertSpace space, List<Sparse> generators, List<Sparse> jumps) {
        int dimension = space.dimension();
        Parities parities = new Parities(dimension);
        for (Sparse m : generators) if (!tie(parities, m, false)) return Optional.empty();
        for (Sparse m : jumps) if (!tie(parities, m, factor(parities, m))) return Optional.empty();
        int[] parity = new int[dimension];
        for (int n = 0; n < dimension; n++) parity[n] = parities.odd(n) ? 1 : 0;
        return Optional.of(new Gauge(sumOverSites(space, parity)));
    }

    /** Numbers that are a sum over sites and have the given parities; the parities themselves if there are none. */
    private static int[] sumOverSites(HilbertSpace space, int[] parity) {
        int[] sum = new int[parity.length];
        for (int n = 0; n < sum.length; n++) {
            for (int s = 0; s < space.sites().size(); s++) {
                sum[n] += parity[space.siteState(n, s) * space.stride(s)] ^ parity[0];
            }
            if ((sum[n] & 1) != (parity[n] ^ parity[0])) return parity;
            sum[n] &= 3;
        }
        return sum;
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
            switch ((turns[c] - turns[r]) & 3) {
                case 0 -> b.add(r, c, x, y);
                case 1 -> b.add(r, c, -y, x);
                case 2 -> b.add(r, c, -x, -y);
                default -> b.add(r, c, y, -x);
            }
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
            for (int k = turns[n]; k > 0; k--) {
                double x = re[n];
                re[n] = im[n];
                im[n] = -x;
            }
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
