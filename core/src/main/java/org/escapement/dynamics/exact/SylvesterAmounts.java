package org.escapement.dynamics.exact;

import java.util.Arrays;
import java.util.List;
import org.escapement.numerics.linear.Sparse;

/**
 * How the coordinates that symmetries leave show in the amounts of Sylvester equations: the matrix U with a row for each
 * amount and a column for each coordinate, amounts = U x. Hermitian coordinates make it real where the equations' own
 * coordinates are Hermitian too. Built row by row; used once.
 */
final class SylvesterAmounts {

    /** Sums below this are what rounding leaves of terms that cancel. */
    private static final double ROUNDING = 1e-14;

    private final Coordinates coordinates;
    private final int entries;
    private final boolean twofold;
    private int[] column = new int[1024];
    private double[] re = new double[1024];
    private double[] im = new double[1024];
    private int count;

    private SylvesterAmounts(Coordinates coordinates, int entries) {
        this.coordinates = coordinates;
        this.entries = entries;
        this.twofold = coordinates.numbers() > entries;
    }

    /**
     * The matrix, equation after equation, each row by row of its amounts.
     *
     * @param entries of the layout; twice as many numbers are real parts followed by imaginary ones
     */
    static Sparse matrix(List<SylvesterEquation> equations, Coordinates coordinates, int entries) {
        SylvesterAmounts all = new SylvesterAmounts(coordinates, entries);
        int rows = equations.stream().mapToInt(SylvesterEquation::size).sum();
        int[] start = new int[rows + 1];
        int row = 0;
        for (SylvesterEquation e : equations) {
            for (int k = 0; k < e.left().dimension(); k++) {
                for (int l = 0; l < e.right().dimension(); l++) {
                    all.addRow(e, k, l, start[row]);
                    start[++row] = all.count;
                }
            }
        }
        return new Sparse(
                rows,
                coordinates.dimension(),
                start,
                Arrays.copyOf(all.column, all.count),
                Arrays.copyOf(all.re, all.count),
                Arrays.copyOf(all.im, all.count));
    }

    private void addRow(SylvesterEquation e, int k, int l, int from) {
        SylvesterPart left = e.left();
        SylvesterPart right = e.right();
        int turns = (left.turned()[k] ? 1 : 0) + (right.turned()[l] ? 1 : 0);
        int first = left.first()[k] * e.width();
        int second = left.second()[k] * e.width();
        double v = left.weight()[k] * right.weight()[l];
        addEntry(e.place()[first + right.first()[l]], v, turns, from);
        double w = left.partnerWeight()[k] * right.weight()[l];
        if (w != 0) addEntry(e.place()[second + right.first()[l]], w, turns, from);
        double u = left.weight()[k] * right.partnerWeight()[l];
        if (u != 0) addEntry(e.place()[first + right.second()[l]], u, turns, from);
        double t = left.partnerWeight()[k] * right.partnerWeight()[l];
        if (t != 0) addEntry(e.place()[second + right.second()[l]], t, turns, from);
        dropZeros(from);
    }

    /** An entry of the matrix times a weight and -i for each turn. */
    private void addEntry(int place, double weight, int turns, int from) {
        double x = turns == 0 ? weight : turns == 2 ? -weight : 0;
        double y = turns == 1 ? -weight : 0;
        addNumber(place, x, y, from);
        if (twofold) addNumber(entries + place, -y, x, from);
    }

    private void addNumber(int number, double x, double y, int from) {
        int c = coordinates.coordinate(number);
        if (c < 0) return;
        double w = coordinates.weight(number);
        int at = from;
        while (at < count && column[at] < c) at++;
        if (at == count || column[at] != c) insert(at, c);
        re[at] += w * x;
        im[at] += w * y;
    }

    private void insert(int at, int c) {
        if (count == column.length) {
            column = Arrays.copyOf(column, 2 * count);
            re = Arrays.copyOf(re, 2 * count);
            im = Arrays.copyOf(im, 2 * count);
        }
        for (int i = count; i > at; i--) {
            column[i] = column[i - 1];
            re[i] = re[i - 1];
            im[i] = im[i - 1];
        }
        column[at] = c;
        re[at] = 0;
        im[at] = 0;
        count++;
    }

    private void dropZeros(int from) {
        int kept = from;
        for (int i = from; i < count; i++) {
            double x = Math.abs(re[i]) > ROUNDING ? re[i] : 0;
            double y = Math.abs(im[i]) > ROUNDING ? im[i] : 0;
            if (x == 0 && y == 0) continue;
            column[kept] = column[i];
            re[kept] = x;
            im[kept++] = y;
        }
        count = kept;
    }
}
