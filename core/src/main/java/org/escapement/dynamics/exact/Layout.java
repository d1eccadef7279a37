package org.escapement.dynamics.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.numerics.linear.Diagonals;

/**
 * Which blocks of a density matrix the master equation couples, and where each lies in a flat array: block (r, c) holds
 * the entries between sectors r and c row by row. Immutable.
 */
final class Layout {

    /** Entries of rows in one sector and columns in another, from {@code offset} in the array. */
    record Block(int index, int row, int column, int offset, int rows, int columns) {}

    /** One way in which a jump feeds a block: rate of the jump times left X right†, X being the source block. */
    record Feed(Block source, int jump, Diagonals left, Diagonals right) {}

    private record Pair(int row, int column) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    private final Sectors sectors;
    private final Map<Pair, Block> blocks = new TreeMap<>();
    private final List<Block> inOrder;
    private final List<List<Feed>> feeds = new ArrayList<>();
    private final int size;

    private Layout(Sectors sectors, List<Pair> pairs) {
        this.sectors = sectors;
        long offset = 0;
        for (Pair p : pairs.stream().sorted().toList()) {
            int rows = sectors.size(p.row);
            int columns = sectors.size(p.column);
            blocks.put(p, new Block(blocks.size(), p.row, p.column, (int) offset, rows, columns));
            offset += (long) rows * columns;
            if (offset > Integer.MAX_VALUE - 16) {
                throw new org.escapement.dynamics.NotApplicableException(
                        "the density matrix has more than two thousand million entries: ask \"trajectories\" instead");
            }
        }
        this.size = (int) offset;
        this.inOrder = List.copyOf(blocks.values());
    }

    /** A matrix of a jump, cut into parts between sectors. */
    record JumpParts(Map<Integer, List<Sectors.Part>> bySource) {
        static JumpParts of(List<Sectors.Part> parts) {
            Map<Integer, List<Sectors.Part>> bySource = new LinkedHashMap<>();
            for (Sectors.Part p : parts) {
                bySource.computeIfAbsent(p.from(), s -> new ArrayList<>()).add(p);
            }
            return new JumpParts(bySource);
        }

        /** The same with every part leading backwards; for counting what is coupled. */
        JumpParts reversed() {
            List<Sectors.Part> back = new ArrayList<>();
            bySource.values()
                    .forEach(parts -> parts.forEach(p -> back.add(new Sectors.Part(p.to(), p.from(), p.matrix()))));
            return of(back);
        }

        List<Sectors.Part> from(int sector) {
            return bySource.getOrDefault(sector, List.of());
        }
    }

    /** The blocks that jumps reach from the diagonal ones. */
    static Layout fromDiagonal(Sectors sectors, List<JumpParts> jumps) {
        List<Pair> seeds = new ArrayList<>();
        for (int s = 0; s < sectors.count(); s++) seeds.add(new Pair(s, s));
        return closed(sectors, jumps, seeds);
    }

    /** The blocks that jumps reach from those between the given sectors. */
    static Layout from(Sectors sectors, List<JumpParts> jumps, List<int[]> pairs) {
        return closed(
                sectors, jumps, pairs.stream().map(p -> new Pair(p[0], p[1])).toList());
    }

    /** All blocks that are coupled to one of them in either direction. */
    static Layout coupled(Sectors sectors, List<JumpParts> jumps, int row, int column) {
        List<JumpParts> both = new ArrayList<>(jumps);
        jumps.forEach(j -> both.add(j.reversed()));
        Layout layout = new Layout(sectors, reached(both, List.of(new Pair(row, column))));
        layout.wire(jumps);
        return layout;
    }

    private static Layout closed(Sectors sectors, List<JumpParts> jumps, List<Pair> seeds) {
        Layout layout = new Layout(sectors, reached(jumps, seeds));
        layout.wire(jumps);
        return layout;
    }

    private static List<Pair> reached(List<JumpParts> jumps, List<Pair> seeds) {
        Map<Pair, Boolean> seen = new TreeMap<>();
        Deque<Pair> open = new ArrayDeque<>();
        for (Pair p : seeds) if (seen.put(p, true) == null) open.add(p);
        while (!open.isEmpty()) {
            Pair p = open.pop();
            for (JumpParts jump : jumps) {
                for (Sectors.Part left : jump.from(p.row)) {
                    for (Sectors.Part right : jump.from(p.column)) {
                        Pair target = new Pair(left.to(), right.to());
                        if (seen.put(target, true) == null) open.add(target);
                    }
                }
            }
        }
        return List.copyOf(seen.keySet());
    }

    private void wire(List<JumpParts> jumps) {
        for (int b = 0; b < inOrder.size(); b++) feeds.add(new ArrayList<>());
        Map<Sectors.Part, Diagonals> shared = new java.util.IdentityHashMap<>();
        for (int k = 0; k < jumps.size(); k++) {
            for (Block source : inOrder) {
                for (Sectors.Part left : jumps.get(k).from(source.row)) {
                    for (Sectors.Part right : jumps.get(k).from(source.column)) {
                        Block target = blocks.get(new Pair(left.to(), right.to()));
                        feeds.get(target.index)
                                .add(new Feed(
                                        source,
                                        k,
                                        shared.computeIfAbsent(left, p -> Diagonals.of(p.matrix())),
                                        shared.computeIfAbsent(right, p -> Diagonals.of(p.matrix()))));
                    }
                }
            }
        }
    }

    Sectors sectors() {
        return sectors;
    }

    /** Number of entries of all blocks. */
    int size() {
        return size;
    }

    List<Block> blocks() {
        return inOrder;
    }

    List<Feed> feeds(Block target) {
        return feeds.get(target.index);
    }

    /** Place of the entry between two basis states, or -1 when its block is not there. */
    int place(int rowState, int columnState) {
        Block b = blocks.get(new Pair(sectors.sectorOf(rowState), sectors.sectorOf(columnState)));
        if (b == null) return -1;
        return b.offset + sectors.placeOf(rowState) * b.columns + sectors.placeOf(columnState);
    }

    /** Whether the conjugate transpose of every block is there. */
    boolean isSelfAdjoint() {
        return inOrder.stream().allMatch(b -> blocks.containsKey(new Pair(b.column, b.row)));
    }

    /** The block between two sectors, null when it is not there. */
    Block block(int row, int column) {
        return blocks.get(new Pair(row, column));
    }
}
