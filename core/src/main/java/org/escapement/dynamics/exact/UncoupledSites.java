package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.dynamics.exact.SylvesterPart.Partners;
import org.escapement.model.JumpOperator;
import org.escapement.numerics.linear.Sparse;

/**
 * The inverse of L_A ⊗ 1 + 1 ⊗ L_B - s for two sites, L_A and L_B being what happens to one site while the other is in
 * a given state: a preconditioner that lacks only the correlations between the sites. Entries that a site
 * keeps apart (coherence orders of a conserved charge; with real generators the matrices of even and odd transposition
 * parity) make separate small equations.
 */
final class UncoupledSites {

    /** Largest number of entries that one part may have: it is diagonalised as a dense matrix. */
    private static final int LARGEST_PART = 2000;

    private UncoupledSites() {}

    /** Whether a system has two sites of single-site states without copies, and no single-atom jumps. */
    static boolean fits(ExactSystem system) {
        return system.space().sites().size() == 2
                && system.isAutonomous()
                && system.jumps().stream().allMatch(j -> j.jump().scope() == JumpOperator.Scope.COLLECTIVE);
    }

    /**
     * That of a system of this form; null where a site's part is too large or products leave the layout.
     *
     * @param state in which the other site is traced out
     */
    static List<SylvesterEquation> of(ExactSystem system, Generator generator, UncorrelatedState state) {
        Site a = new Site(system, 0, state, generator.isReal());
        Site b = new Site(system, 1, state, generator.isReal());
        boolean real = a.real && b.real;
        Map<Long, int[]> products = products(system.space(), generator.layout(), a, b);
        if (products == null) return null;
        List<SylvesterEquation> equations = new ArrayList<>();
        for (Map.Entry<Long, int[]> product : products.entrySet()) {
            int p = (int) (product.getKey() / b.sectors.count());
            int q = (int) (product.getKey() % b.sectors.count());
            int width = b.sectors.size(q);
            if (Math.max(a.sectors.size(p), width) > LARGEST_PART) return null;
            boolean mirrored = a.isOwnMirror(p) && b.isOwnMirror(q);
            for (SylvesterPart l : a.parts(p, mirrored, real)) {
                for (SylvesterPart r : b.parts(q, mirrored, real)) {
                    equations.add(new SylvesterEquation(l, r, product.getValue(), width));
                }
            }
        }
        return equations;
    }

    /** Places in the layout of all products of a sector of A's and a sector of B's entries; null when one has gaps. */
    private static Map<Long, int[]> products(HilbertSpace space, Layout layout, Site a, Site b) {
        Map<Long, int[]> products = new LinkedHashMap<>();
        for (Block block : layout.blocks()) {
            int[] rows = layout.sectors().members(block.row());
            int[] columns = layout.sectors().members(block.column());
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    int ea = a.entry(space.siteState(rows[i], 0), space.siteState(columns[j], 0));
                    int eb = b.entry(space.siteState(rows[i], 1), space.siteState(columns[j], 1));
                    int p = a.sectors.sectorOf(ea);
                    int q = b.sectors.sectorOf(eb);
                    int width = b.sectors.size(q);
                    int[] place = products.computeIfAbsent((long) p * b.sectors.count() + q, k -> {
                        int[] none = new int[a.sectors.size(p) * width];
                        Arrays.fill(none, -1);
                        return none;
                    });
                    place[a.sectors.placeOf(ea) * width + b.sectors.placeOf(eb)] =
                            block.offset() + i * columns.length + j;
                }
            }
        }
        for (int[] place : products.values()) for (int at : place) if (at < 0) return null;
        return products;
    }

    /** One site: its superoperator, what it keeps apart, and the parts diagonalised when first asked for. */
    private static final class Site {
        private final int dimension;
        private final Sparse superoperator;
        private final Sectors sectors;
        private final boolean real;
        private final Map<Integer, Sparse> blocks = new LinkedHashMap<>();
        private final Map<Integer, List<SylvesterPart>> plain = new LinkedHashMap<>();
        private final Map<Integer, List<SylvesterPart>> joined = new LinkedHashMap<>();

        Site(ExactSystem system, int site, UncorrelatedState state, boolean real) {
            this.dimension = system.space().sites().get(site).dimension();
            this.superoperator = new SiteGenerator(system, site, state.of(1 - site)).matrix();
            this.sectors = Sectors.of(dimension * dimension, List.of(superoperator));
            this.real = real && superoperator.isReal();
            for (Sectors.Part p : sectors.parts(superoperator)) blocks.put(p.from(), p.matrix());
        }

        int entry(int row, int column) {
            return row * dimension + column;
        }

        private int transposed(int entry) {
            return entry(entry % dimension, entry / dimension);
        }

        /** Whether a sector contains the transposes of its entries. */
        boolean isOwnMirror(int sector) {
            return sectors.sectorOf(transposed(sectors.members(sector)[0])) == sector;
        }

        /**
         * The parts of a sector.
         *
         * @param mirrored whether entries are joined with their transposes
         */
        List<SylvesterPart> parts(int sector, boolean mirrored, boolean realEntries) {
            return mirrored
                    ? joined.computeIfAbsent(sector, s -> joined(s, realEntries))
                    : plain.computeIfAbsent(sector, s -> SylvesterPart.plain(block(s), realEntries));
        }

        private List<SylvesterPart> joined(int sector, boolean realEntries) {
            Partners partners = Partners.of(sectors.members(sector), this::transposed, sectors::placeOf);
            if (!realEntries) return SylvesterPart.hermitian(block(sector), partners);
            return Stream.of(1, -1)
                    .flatMap(parity -> SylvesterPart.ofParity(block(sector), partners, parity, true).stream())
                    .toList();
        }

        private Sparse block(int sector) {
            Sparse block = blocks.get(sector);
            if (block != null) return block;
            int n = sectors.size(sector);
            return new org.escapement.numerics.linear.SparseBuilder(n, n).build();
        }
    }
}
