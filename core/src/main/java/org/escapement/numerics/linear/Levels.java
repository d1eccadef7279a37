package org.escapement.numerics.linear;

import java.util.Arrays;

/**
 * An order of the rows of a square matrix in which it is block tridiagonal: level 0 holds given rows, each further level
 * what the one before is coupled to. Entries join rows of one level or of neighbouring ones. Rows that level 0 does not
 * reach have level -1. Immutable.
 */
public final class Levels {

    private final int[] level;
    private final int[][] members;

    private Levels(int[] level, int[][] members) {
        this.level = level;
        this.members = members;
    }

    /** The pattern of a matrix and of its transpose, for {@link #from}. */
    public record Pattern(int[] start, int[] neighbour) {
        public static Pattern of(Sparse m) {
            int[] start = new int[m.rows() + 1];
            m.forEach((r, c, x, y) -> {
                if (r == c) return;
                start[r + 1]++;
                start[c + 1]++;
            });
            for (int i = 0; i < m.rows(); i++) start[i + 1] += start[i];
            int[] next = start.clone();
            int[] neighbour = new int[start[m.rows()]];
            m.forEach((r, c, x, y) -> {
                if (r == c) return;
                neighbour[next[r]++] = c;
                neighbour[next[c]++] = r;
            });
            return new Pattern(start, neighbour);
        }
    }

    /** Levels counted from the given rows. */
    public static Levels from(Pattern p, int... first) {
        int n = p.start.length - 1;
        int[] level = new int[n];
        Arrays.fill(level, -1);
        int[] queue = new int[n];
        int tail = 0;
        for (int f : first) {
            level[f] = 0;
            queue[tail++] = f;
        }
        for (int head = 0; head < tail; head++) {
            int r = queue[head];
            for (int k = p.start[r]; k < p.start[r + 1]; k++) {
                int c = p.neighbour[k];
                if (level[c] >= 0) continue;
                level[c] = level[r] + 1;
                queue[tail++] = c;
            }
        }
        return new Levels(level, group(level, queue, tail));
    }

    /** All rows in one level: the plain dense elimination. */
    public static Levels together(int rows) {
        int[] all = new int[rows];
        for (int i = 0; i < rows; i++) all[i] = i;
        return new Levels(new int[rows], new int[][] {all});
    }

    private static int[][] group(int[] level, int[] queue, int count) {
        int last = count == 0 ? -1 : level[queue[count - 1]];
        int[][] members = new int[last + 1][];
        for (int i = 0, from = 0; i <= count; i++) {
            if (i < count && level[queue[i]] == level[queue[from]]) continue;
            if (i > from) {
                int[] rows = Arrays.copyOfRange(queue, from, i);
                Arrays.sort(rows);
                members[level[rows[0]]] = rows;
            }
            from = i;
        }
        return members;
    }

    /** Number of levels. */
    public int count() {
        return members.length;
    }

    /** Rows of a level, ascending; not to be changed. */
    public int[] members(int at) {
        return members[at];
    }

    /** Level of a row, or -1. */
    public int of(int row) {
        return level[row];
    }

    /** Whether level 0 reaches every row. */
    public boolean coversAll() {
        for (int l : level) if (l < 0) return false;
        return true;
    }

    /** Number of rows of the largest level. */
    public int widest() {
        int widest = 0;
        for (int[] rows : members) widest = Math.max(widest, rows.length);
        return widest;
    }

    /** Multiplications and additions of a block elimination of a real matrix in this order, about. */
    public double operations() {
        double sum = 0;
        for (int l = 0; l < members.length; l++) {
            double s = members[l].length;
            double below = l == 0 ? 0 : members[l - 1].length;
            sum += 2.0 / 3 * s * s * s + 2 * s * s * below;
        }
        return sum;
    }

    /** Numbers kept by a block elimination of a real matrix in this order. */
    public double numbers() {
        double sum = 0;
        for (int[] rows : members) sum += (double) rows.length * rows.length;
        return sum;
    }
}
