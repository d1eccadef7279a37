package org.escapement.dynamics.exact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.dynamics.exact.Layout.JumpParts;

/** How many classes of blocks of a density matrix jumps keep apart: the values of conserved differences of charges. */
final class Charges {

    private Charges() {}

    static int count(Sectors sectors, List<JumpParts> jumps) {
        int n = sectors.count();
        int[] parent = new int[Math.multiplyExact(n, n)];
        for (int i = 0; i < parent.length; i++) parent[i] = i;
        for (JumpParts jump : jumps) {
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) join(parent, n, jump, r, c);
            }
        }
        Set<Integer> roots = new HashSet<>();
        for (int i = 0; i < parent.length; i++) roots.add(root(parent, i));
        return roots.size();
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
