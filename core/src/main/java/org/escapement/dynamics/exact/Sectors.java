package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * The finest division of the basis that the evolution between jumps respects: two states share a sector when a chain of
 * entries of H and of the L†L joins them. Charges and multiplets appear here without being declared. Immutable.
 */
final class Sectors {

    private final int[] sectorOf;
    private final int[] placeOf;
    private final int[][] members;

    private Sectors(int[] sectorOf, int[] placeOf, int[][] members) {
        this.sectorOf = sectorOf;
        this.placeOf = placeOf;
        this.members = members;
    }

    static Sectors of(int dimension, List<Sparse> matrices) {
        int[] parent = new int[dimension];
        for (int i = 0; i < dimension; i++) parent[i] = i;
        for (Sparse m : matrices) {
            m.forEach((r, c, x, y) -> {
                int a = root(parent, r);
                int b = root(parent, c);
                parent[Math.max(a, b)] = Math.min(a, b);
            });
        }
        int[] number = new int[dimension];
        List<List<Integer>> found = new ArrayList<>();
        int[] sectorOf = new int[dimension];
        int[] placeOf = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            int r = root(parent, i);
            if (r == i) {
                number[i] = found.size();
                found.add(new ArrayList<>());
            }
            sectorOf[i] = number[r];
            placeOf[i] = found.get(number[r]).size();
            found.get(number[r]).add(i);
        }
        int[][] members = found.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new Sectors(sectorOf, placeOf, members);
    }

    private static int root(int[] parent, int i) {
        int k = i;
        while (parent[k] != k) {
            parent[k] = parent[parent[k]];
            k = parent[k];
        }
        return k;
    }

    int count() {
        return members.length;
    }

    int size(int sector) {
        return members[sector].length;
    }

    /** Basis states of a sector, ascending. */
    int[] members(int sector) {
        return members[sector];
    }

    int sectorOf(int state) {
        return sectorOf[state];
    }

    /** Place of a state within its sector. */
    int placeOf(int state) {
        return placeOf[state];
    }

    /** One part of a matrix: from one sector to another. */
    record Part(int from, int to, Sparse matrix) {}

    /** The parts of a matrix that have entries. */
    List<Part> parts(Sparse m) {
        SparseBuilder[][] builders = new SparseBuilder[count()][];
        List<int[]> order = new ArrayList<>();
        m.forEach((r, c, x, y) -> {
            int to = sectorOf[r];
            int from = sectorOf[c];
            if (builders[from] == null) builders[from] = new SparseBuilder[count()];
            if (builders[from][to] == null) {
                builders[from][to] = new SparseBuilder(size(to), size(from));
                order.add(new int[] {from, to});
            }
            builders[from][to].add(placeOf[r], placeOf[c], x, y);
        });
        return order.stream()
                .map(p -> new Part(p[0], p[1], builders[p[0]][p[1]].build()))
                .toList();
    }
}
