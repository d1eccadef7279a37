package org.escapement.dynamics.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;

/**
 * Weak symmetries of a model found from its words. A word creates up - down excitations on each site; the vectors of
 * the Hamiltonian's words, and the differences between the words of each jump, generate a lattice of changes that the
 * master equation can make. Moments whose vectors differ by something outside the lattice never mix linearly: each coset
 * is a sector, the lattice itself the sector without charge. U(1) charges and parities are the special cases. Immutable.
 */
public final class ChargeLattice {

    private final List<DegreeOfFreedom> sites = new ArrayList<>();
    /** Rows in echelon form with positive pivots. */
    private final List<long[]> rows = new ArrayList<>();

    private final List<Integer> pivots = new ArrayList<>();

    private ChargeLattice(OpenSystem model) {
        model.ensembles().stream().map(SpinEnsemble::spin).forEach(sites::add);
        model.modes().stream().map(Mode::boson).forEach(sites::add);
    }

    /** The lattice of a model. */
    public static ChargeLattice of(OpenSystem model) {
        ChargeLattice lattice = new ChargeLattice(model);
        for (HamiltonianTerm term : model.hamiltonian()) {
            for (Word word : term.operator().terms().keySet()) lattice.insert(lattice.vector(word));
        }
        for (JumpOperator jump : model.jumps()) lattice.insertDifferences(jump.operator());
        return lattice;
    }

    private void insertDifferences(Operator jump) {
        long[] first = null;
        for (Word word : jump.terms().keySet()) {
            long[] v = vector(word);
            if (first == null) first = v;
            else insert(combination(v, 1, first, -1));
        }
    }

    private long[] vector(Word word) {
        long[] v = new long[sites.size()];
        for (SiteWord part : word.sites()) v[sites.indexOf(part.site())] = part.up() - part.down();
        return v;
    }

    private static long[] combination(long[] a, long p, long[] b, long q) {
        long[] c = new long[a.length];
        for (int i = 0; i < c.length; i++) c[i] = p * a[i] + q * b[i];
        return c;
    }

    /** Adds a generator by Euclid's algorithm, column by column. */
    private void insert(long[] generator) {
        long[] v = generator;
        for (int column = leading(v); column >= 0; column = leading(v)) {
            int k = pivots.indexOf(column);
            if (k < 0) {
                place(v, column);
                return;
            }
            long[] row = rows.get(k);
            while (v[column] != 0) {
                long[] rest = combination(row, 1, v, -Math.floorDiv(row[column], v[column]));
                row = v;
                v = rest;
            }
            rows.set(k, positive(row, column));
        }
    }

    private void place(long[] row, int column) {
        int at = 0;
        while (at < pivots.size() && pivots.get(at) < column) at++;
        rows.add(at, positive(row, column));
        pivots.add(at, column);
    }

    private static long[] positive(long[] row, int column) {
        return row[column] > 0 ? row : combination(row, -1, row, 0);
    }

    private static int leading(long[] v) {
        for (int i = 0; i < v.length; i++) if (v[i] != 0) return i;
        return -1;
    }

    /** The sites that vectors refer to, spins first. */
    public List<DegreeOfFreedom> sites() {
        return List.copyOf(sites);
    }

    /** The sector of a word: a representative of its coset; all zeros for words without charge. */
    public List<Long> sector(Word word) {
        return sector(vector(word));
    }

    /** The sector of a vector of created excitations, one for each site. */
    public List<Long> sector(long[] excitations) {
        long[] v = excitations;
        for (int k = 0; k < rows.size(); k++) {
            int column = pivots.get(k);
            v = combination(v, 1, rows.get(k), -Math.floorDiv(v[column], rows.get(k)[column]));
        }
        return Arrays.stream(v).boxed().toList();
    }

    /** Whether a word conserves all charges. */
    public boolean isNeutral(Word word) {
        return sector(word).stream().allMatch(c -> c == 0);
    }
}
