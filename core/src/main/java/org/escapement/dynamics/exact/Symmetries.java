package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.Coordinates.Mirror;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.random.RandomStream;

/**
 * Symmetries of a generator that carry entries of a matrix to entries: conjugate transposition, and the exchange of two
 * equal sites. Candidates come from the basis; whether the generator respects them is tried out on a random matrix.
 */
final class Symmetries {

    /** Arrays as long as the density matrix that finding symmetries needs. */
    static final int ARRAYS = 12;

    private static final double ROUNDING = 1e-11;

    private final ExactSystem system;
    private final Generator generator;
    private final Layout layout;
    private final int entries;

    Symmetries(ExactSystem system, Generator generator) {
        this.system = system;
        this.generator = generator;
        this.layout = generator.layout();
        this.entries = layout.size();
    }

    /**
     * Refuses to look for symmetries of matrices of which not even a few fit into memory.
     *
     * @throws OutOfReachException with what would fit
     */
    static void requireMemory(Layout layout) {
        double needed = 8.0 * ARRAYS * layout.size();
        double there = 0.9 * Runtime.getRuntime().maxMemory();
        if (needed <= there) return;
        throw new OutOfReachException(String.format(
                Locale.ROOT,
                "%d entries of density matrices need %.1f GB at least for stationary states and spectra, and %.1f GB are "
                        + "allowed: take a smaller size, or ask \"trajectories\" over a long time",
                layout.size(),
                needed / 1e9,
                there / 1e9));
    }

    /** Numbers of a matrix: one for each entry of a real one, two else. */
    int numbers() {
        return generator.isReal() ? entries : 2 * entries;
    }

    /** Conjugate transposition; every generator respects it on a layout that is self-adjoint. */
    Mirror transposition() {
        int[] image = new int[numbers()];
        boolean[] flips = new boolean[numbers()];
        for (Block b : layout.blocks()) {
            Block m = layout.block(b.column(), b.row());
            for (int i = 0; i < b.rows(); i++) {
                for (int j = 0; j < b.columns(); j++) {
                    int here = b.offset() + i * b.columns() + j;
                    int there = m.offset() + j * m.columns() + i;
                    image[here] = there;
                    if (generator.isReal()) continue;
                    image[entries + here] = entries + there;
                    flips[entries + here] = true;
                }
            }
        }
        return new Mirror(image, flips);
    }

    /** The exchanges of two sites that the generator respects, for matrices whose layout they keep. */
    List<Mirror> swaps() {
        List<Mirror> found = new ArrayList<>();
        HilbertSpace space = system.space();
        for (int a = 0; a < space.sites().size(); a++) {
            for (int b = a + 1; b < space.sites().size(); b++) {
                if (!space.alike(a, b)) continue;
                Mirror m = swap(a, b);
                if (m != null && commutes(m)) found.add(m);
            }
        }
        return found;
    }

    /** The exchange of two sites, null when it leaves the layout or is no sign in the gauge. */
    private Mirror swap(int a, int b) {
        HilbertSpace space = system.space();
        int[] turns = system.gauge().turns();
        int[] image = new int[numbers()];
        boolean[] flips = new boolean[numbers()];
        for (Block block : layout.blocks()) {
            int[] rows = layout.sectors().members(block.row());
            int[] columns = layout.sectors().members(block.column());
            for (int i = 0; i < rows.length; i++) {
                int row = space.exchanged(rows[i], a, b);
                for (int j = 0; j < columns.length; j++) {
                    int column = space.exchanged(columns[j], a, b);
                    int here = block.offset() + i * columns.length + j;
                    int there = layout.place(row, column);
                    int phase = (turns[row] - turns[rows[i]] - turns[column] + turns[columns[j]]) & 3;
                    if (there < 0 || (phase & 1) == 1) return null;
                    image[here] = there;
                    flips[here] = phase == 2;
                    if (generator.isReal()) continue;
                    image[entries + here] = entries + there;
                    flips[entries + here] = phase == 2;
                }
            }
        }
        return new Mirror(image, flips);
    }

    private boolean commutes(Mirror m) {
        double[] x = new double[numbers()];
        for (int i = 0; i < x.length; i++) x[i] = 2 * RandomStream.uniform(41, i, 0) - 1;
        double[] before = new double[x.length];
        double[] after = new double[x.length];
        generator.apply(mirrored(m, x), before);
        generator.apply(x, after);
        after = mirrored(m, after);
        double size = Scalars.norm(after);
        for (int i = 0; i < x.length; i++) after[i] -= before[i];
        return Scalars.norm(after) <= ROUNDING * size;
    }

    private static double[] mirrored(Mirror m, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) y[m.image()[i]] = m.flips()[i] ? -x[i] : x[i];
        return y;
    }
}
