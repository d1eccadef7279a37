package org.escapement.dynamics.diffusion;

import java.util.Arrays;
import java.util.List;
import org.escapement.algebra.Coefficient;
import org.escapement.numerics.linear.Sparse;

/**
 * A Hermiticity-preserving sum of words of actions on a basis, up to the numbers that depend on parameters: a sparse real
 * matrix whose entries are combinations of the real and imaginary parts of the words' coefficients. Immutable once filled.
 */
final class WordMatrix {

    private final TensorBasis basis;
    private final TensorAction action;
    private final List<List<Action>> words;
    private final List<Coefficient> coefficients;
    private int[] rows = new int[256];
    private int[] columns = new int[256];
    private int[] sources = new int[256];
    private double[] factors = new double[256];
    private int count;
    private int[] start;
    private int[] column;
    private int[] first;

    private WordMatrix(TensorBasis basis, TensorAction action, SuperOperator map) {
        this.basis = basis;
        this.action = action;
        this.words = List.copyOf(map.terms().keySet());
        this.coefficients = words.stream().map(word -> map.terms().get(word)).toList();
    }

    /** A map on a basis that stays as it is. */
    static WordMatrix on(TensorBasis basis, TensorAction action, SuperOperator map) {
        WordMatrix m = new WordMatrix(basis, action, map);
        for (int c = 0; c < basis.size(); c++) m.addColumn(c, false);
        m.sort();
        return m;
    }

    /** A map on a basis that grows until it holds everything reached from what it has, within its shape. */
    static WordMatrix growing(TensorBasis basis, TensorAction action, SuperOperator map) {
        WordMatrix m = new WordMatrix(basis, action, map);
        for (int c = 0; c < basis.size(); c++) m.addColumn(c, true);
        m.sort();
        return m;
    }

    /** Adds to a basis what a map makes of its first coordinates. */
    static void seed(TensorBasis basis, TensorAction action, SuperOperator map, int coordinates) {
        WordMatrix m = new WordMatrix(basis, action, map);
        for (int c = 0; c < coordinates; c++) m.addColumn(c, true);
    }

    private void addColumn(int c, boolean grow) {
        int[] l = basis.l(c);
        int[] k = basis.k(c);
        boolean timesI = basis.isImaginary(c);
        int[] opposite = Arrays.stream(k).map(x -> -x).toArray();
        // The tensor has amplitude 1 or i; its adjoint has the conjugate one.
        double conjugate = TensorBasis.adjointSign(k) * (timesI ? -1 : 1);
        for (int w = 0; w < words.size(); w++) {
            addImages(w, c, l, k, 1, grow);
            if (TensorBasis.sign(k) != 0) addImages(w, c, l, opposite, conjugate, grow);
        }
    }

    private void addImages(int w, int c, int[] l, int[] k, double amplitude, boolean grow) {
        boolean timesI = basis.isImaginary(c);
        boolean real = hasPart(coefficients.get(w), false);
        boolean imaginary = hasPart(coefficients.get(w), true);
        action.apply(words.get(w), l, k, (toL, toK, value) -> {
            int sign = TensorBasis.sign(toK);
            if (sign < 0 || !basis.fits(toL)) return;
            double v = amplitude * value;
            // (a + ib) times 1 or i; what a Hermitian map makes of a self-adjoint product is real.
            if (real && (sign > 0 || !timesI)) add(toL, toK, timesI, c, 2 * w, v, grow);
            if (imaginary && (sign > 0 || timesI)) add(toL, toK, !timesI, c, 2 * w + 1, timesI ? -v : v, grow);
        });
    }

    private static boolean hasPart(Coefficient c, boolean imaginary) {
        return c.terms().values().stream().anyMatch(x -> imaginary ? !x.im().isZero() : !x.re().isZero());
    }

    private void add(int[] l, int[] k, boolean imaginary, int c, int source, double factor, boolean grow) {
        int row = grow ? basis.insert(l, k, imaginary) : basis.number(l, k, imaginary);
        if (row < 0 || factor == 0) return;
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
            sources = Arrays.copyOf(sources, 2 * count);
            factors = Arrays.copyOf(factors, 2 * count);
        }
        rows[count] = row;
        columns[count] = c;
        sources[count] = source;
        factors[count++] = factor;
    }

    /** Orders contributions by row, then column, and groups them into entries. */
    private void sort() {
        int n = basis.size();
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) order[i] = i;
        Arrays.sort(
                order,
                (i, j) -> rows[i] != rows[j]
                        ? Integer.compare(rows[i], rows[j])
                        : Integer.compare(columns[i], columns[j]));
        int[] sortedSources = new int[count];
        double[] sortedFactors = new double[count];
        start = new int[n + 1];
        column = new int[count];
        first = new int[count + 1];
        int entries = 0;
        for (int i = 0; i < count; i++) {
            int at = order[i];
            boolean same = i > 0 && rows[order[i - 1]] == rows[at] && columns[order[i - 1]] == columns[at];
            if (!same) {
                column[entries] = columns[at];
                start[rows[at] + 1]++;
                entries++;
            }
            first[entries] = i + 1;
            sortedSources[i] = sources[at];
            sortedFactors[i] = factors[at];
        }
        for (int r = 0; r < n; r++) start[r + 1] += start[r];
        column = Arrays.copyOf(column, entries);
        first = Arrays.copyOf(first, entries + 1);
        sources = sortedSources;
        factors = sortedFactors;
        rows = null;
        columns = null;
    }

    List<Coefficient> coefficients() {
        return coefficients;
    }

    /** The matrix at given coefficients: real parts at 2w, imaginary parts at 2w + 1 for word w. */
    Sparse at(double[] numbers) {
        double[] values = new double[column.length];
        for (int e = 0; e < values.length; e++) {
            double sum = 0;
            for (int c = first[e]; c < first[e + 1]; c++) sum += factors[c] * numbers[sources[c]];
            values[e] = sum;
        }
        return new Sparse(basis.size(), basis.size(), start, column, values, new double[values.length]);
    }
}
