package org.escapement.numerics.linear;

import java.util.Arrays;

/** Gathers entries of a sparse matrix in any order; entries at one place are added. Not thread-safe. */
public final class SparseBuilder {

    private final int rows;
    private final int columns;
    private int[] row = new int[16];
    private int[] column = new int[16];
    private double[] re = new double[16];
    private double[] im = new double[16];
    private int count;

    public SparseBuilder(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public void add(int r, int c, double x, double y) {
        if (x == 0 && y == 0) return;
        if (count == row.length) {
            int more = 2 * count;
            row = Arrays.copyOf(row, more);
            column = Arrays.copyOf(column, more);
            re = Arrays.copyOf(re, more);
            im = Arrays.copyOf(im, more);
        }
        row[count] = r;
        column[count] = c;
        re[count] = x;
        im[count++] = y;
    }

    /** The matrix of what was added so far; exact zeros are dropped. */
    public Sparse build() {
        int[] order = ascending();
        int[] start = new int[rows + 1];
        int[] cs = new int[count];
        double[] xs = new double[count];
        double[] ys = new double[count];
        int kept = 0;
        for (int i = 0; i < count; ) {
            int r = row[order[i]];
            int c = column[order[i]];
            double x = 0;
            double y = 0;
            for (; i < count && row[order[i]] == r && column[order[i]] == c; i++) {
                x += re[order[i]];
                y += im[order[i]];
            }
            if (x == 0 && y == 0) continue;
            cs[kept] = c;
            xs[kept] = x;
            ys[kept++] = y;
            start[r + 1]++;
        }
        for (int r = 0; r < rows; r++) start[r + 1] += start[r];
        return new Sparse(
                rows, columns, start, Arrays.copyOf(cs, kept), Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept));
    }

    /** Order of the entries by row, then column, by two passes of counting. */
    private int[] ascending() {
        int[] first = new int[count];
        for (int i = 0; i < count; i++) first[i] = i;
        return stable(stable(first, column, columns), row, rows);
    }

    private static int[] stable(int[] order, int[] key, int keys) {
        int[] place = new int[keys + 1];
        for (int i : order) place[key[i] + 1]++;
        for (int k = 0; k < keys; k++) place[k + 1] += place[k];
        int[] sorted = new int[order.length];
        for (int i : order) sorted[place[key[i]]++] = i;
        return sorted;
    }
}
