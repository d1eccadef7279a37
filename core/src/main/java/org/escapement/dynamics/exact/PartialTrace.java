package org.escapement.dynamics.exact;

import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;

/** The trace of a density matrix over all sites but some. */
final class PartialTrace {

    private final DensityMatrix state;
    private final HilbertSpace space;
    private final int[] kept;
    private final int dimension;

    private PartialTrace(DensityMatrix state, int[] kept) {
        this.state = state;
        this.space = state.system().space();
        this.kept = kept;
        int product = 1;
        for (int site : kept) product *= space.sites().get(site).dimension();
        this.dimension = product;
    }

    static Dense over(DensityMatrix state, List<String> sites) {
        HilbertSpace space = state.system().space();
        List<String> names = space.sites().stream().map(s -> s.site().name()).toList();
        int[] kept = new int[sites.size()];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = names.indexOf(sites.get(k));
            if (kept[k] < 0 || sites.indexOf(sites.get(k)) != k) {
                throw new ModelException("the model has no further ensemble or mode '" + sites.get(k) + "'"
                        + NearestWord.hint(sites.get(k), names));
            }
        }
        return new PartialTrace(state, kept).matrix();
    }

    private Dense matrix() {
        Dense reduced = Dense.zero(dimension, dimension, false);
        Layout layout = state.layout();
        double[] x = state.entries();
        int[] turns = state.system().gauge().turns();
        for (Block block : layout.blocks()) {
            int[] rows = layout.sectors().members(block.row());
            int[] columns = layout.sectors().members(block.column());
            for (int i = 0; i < rows.length; i++) {
                requireSingle(rows[i]);
                for (int j = 0; j < columns.length; j++) {
                    if (rest(rows[i]) != rest(columns[j])) continue;
                    int at = block.offset() + i * columns.length + j;
                    int to = inside(rows[i]) * dimension + inside(columns[j]);
                    double im = state.isComplex() ? x[layout.size() + at] : 0;
                    add(reduced, to, x[at], im, turns[rows[i]] - turns[columns[j]]);
                }
            }
        }
        return reduced;
    }

    /** Adds i^turns times a number. */
    private static void add(Dense m, int to, double re, double im, int turns) {
        switch (turns & 3) {
            case 0 -> set(m, to, re, im);
            case 1 -> set(m, to, -im, re);
            case 2 -> set(m, to, -re, -im);
            default -> set(m, to, im, -re);
        }
    }

    private static void set(Dense m, int to, double re, double im) {
        m.re()[to] += re;
        m.im()[to] += im;
    }

    private void requireSingle(int stateIndex) {
        if (space.degeneracy(stateIndex) != 1) {
            throw new NotApplicableException("permutation-invariant states have no matrix in this basis");
        }
    }

    /** Number of the product of the kept sites' states. */
    private int inside(int stateIndex) {
        int index = 0;
        for (int site : kept) {
            index = index * space.sites().get(site).dimension() + space.siteState(stateIndex, site);
        }
        return index;
    }

    /** Number of the product of the other sites' states. */
    private int rest(int stateIndex) {
        int rest = stateIndex;
        for (int site : kept) rest -= space.siteState(stateIndex, site) * space.stride(site);
        return rest;
    }
}
