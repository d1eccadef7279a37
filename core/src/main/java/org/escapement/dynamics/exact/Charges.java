package org.escapement.dynamics.exact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.dynamics.exact.Layout.JumpParts;

/**
 * Classes of blocks of a density matrix that jumps keep apart: the values of conserved differences of charges.
 *
 * @param count how many, 1 without a weak symmetry
 * @param diagonal number of entries of the classes that hold the diagonal blocks, where stationary states lie
 */
record Charges(int count, long diagonal) {

    static Charges of(Sectors sectors, List<JumpParts> jumps) {
        int n = sectors.count();
        int[] parent = new int[Math.multiplyExact(n, n)];
        for (int i = 0; i < parent.length; i++) parent[i] = i;
        for (JumpParts jump : jumps) {
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) join(parent, n, jump, r, c);
            }
        }
        Set<Integer> all = new HashSet<>();
        Set<Integer> diagonal = new HashSet<>();
        for (int i = 0; i < n; i++) diagonal.add(root(parent, i * n + i));
        long entries = 0;
        for (int i = 0; i < parent.length; i++) {
            int r = root(parent, i);
            all.add(r);
            if (diagonal.contains(r)) entries += (long) sectors.size(i / n) * sectors.size(i % n);
        }
        return new Charges(all.size(), entries);
    }

    private static void join(int[] parent, int n, JumpParts jump, int r, int c) {
        for (Sectors.Part left : jump.from(r)) {
            for (Sectors.Part right : jump.from(c)) {
                int a = root(parent, r * n + c);
                int b = root(parent, left.to() * n + right.to());
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private static int root(int[] parent, int i) {
        int k = i;
        while (parent[k] != k) {
            parent[k] = parent[parent[k]];
            k = parent[k];
        }
        return k;
    }
}
