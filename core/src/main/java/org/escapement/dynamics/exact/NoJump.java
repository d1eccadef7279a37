package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.dynamics.exact.SylvesterPart.Partners;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * The inverse of the part of the master equation without jumps, X ↦ K X + X K† - s X: a preconditioner for everything that
 * needs the inverse of the whole. What counts as a jump is a choice: with L - α in place of L and α L† - α* L added to 2iH
 * the master equation is the same, and K becomes K + α* L - |α|²/2. With α the mean of L in the uncorrelated state only
 * the fluctuations of L are left out. Where the exchange of two sites commutes with K, its even and odd states make
 * separate equations.
 */
final class NoJump {

    private final ExactSystem system;
    private final Generator generator;
    private final Layout layout;
    /** What the means of the jump operators add to K, by sector; none where all of them are zero. */
    private final Map<Integer, Sparse> fromMeans = new LinkedHashMap<>();

    private final Map<Integer, List<SylvesterPart>> rows = new LinkedHashMap<>();
    private final Map<Integer, List<SylvesterPart>> columns = new LinkedHashMap<>();

    private NoJump(ExactSystem system, Generator generator) {
        this.system = system;
        this.generator = generator;
        this.layout = generator.layout();
        if (UncoupledSites.fits(system)) displace(UncorrelatedState.of(system));
    }

    private void displace(UncorrelatedState state) {
        SparseBuilder sum = new SparseBuilder(system.dimension(), system.dimension());
        boolean[] any = {false};
        for (ExactSystem.JumpMatrix jump : system.jumps()) {
            double rate = system.numbers().real(jump.jump().rate());
            double[] mean = state.mean(jump.matrix());
            double square = mean[0] * mean[0] + mean[1] * mean[1];
            if (square == 0) continue;
            any[0] = true;
            jump.matrix()
                    .forEach((r, c, x, y) ->
                            sum.add(r, c, rate * (mean[0] * x + mean[1] * y), rate * (mean[0] * y - mean[1] * x)));
            for (int i = 0; i < system.dimension(); i++) sum.add(i, i, -rate * square / 2, 0);
        }
        if (!any[0]) return;
        for (Sectors.Part p : layout.sectors().parts(sum.build())) {
            if (p.from() == p.to()) fromMeans.put(p.from(), p.matrix());
        }
    }

    /** Its equations, without a shift: one with a small positive real part keeps dark states from dividing by 0. */
    static List<SylvesterEquation> of(ExactSystem system, Generator generator) {
        NoJump parts = new NoJump(system, generator);
        List<SylvesterEquation> equations = new ArrayList<>();
        for (Block b : parts.layout.blocks()) {
            int[] place = new int[b.rows() * b.columns()];
            for (int i = 0; i < place.length; i++) place[i] = b.offset() + i;
            for (SylvesterPart l : parts.rows.computeIfAbsent(b.row(), s -> parts.parts(s, false))) {
                // K† on the right is the transpose of the conjugate of K.
                for (SylvesterPart r : parts.columns.computeIfAbsent(b.column(), s -> parts.parts(s, true))) {
                    equations.add(new SylvesterEquation(l, r, place, b.columns()));
                }
            }
        }
        return equations;
    }

    private List<SylvesterPart> parts(int sector, boolean conjugate) {
        int n = layout.sectors().size(sector);
        SparseBuilder b = new SparseBuilder(n, n);
        generator.effective(sector).forEach((r, c, x, y) -> b.add(r, c, x, conjugate ? -y : y));
        Sparse added = fromMeans.get(sector);
        if (added != null) added.forEach((r, c, x, y) -> b.add(r, c, x, conjugate ? -y : y));
        Sparse k = b.build();
        Partners partners = exchange(sector, k);
        if (partners == null) return SylvesterPart.plain(k, generator.isReal());
        return Stream.of(1, -1)
                .flatMap(parity -> SylvesterPart.ofParity(k, partners, parity, generator.isReal()).stream())
                .toList();
    }

    /** The exchange of two sites within a sector that K respects, null when there is none. */
    private Partners exchange(int sector, Sparse k) {
        HilbertSpace space = system.space();
        for (int a = 0; a < space.sites().size(); a++) {
            for (int b = a + 1; b < space.sites().size(); b++) {
                if (!space.alike(a, b)) continue;
                Partners p = exchange(sector, a, b);
                if (p != null && commutes(p, k)) return p;
            }
        }
        return null;
    }

    private Partners exchange(int sector, int a, int b) {
        int[] members = layout.sectors().members(sector);
        int[] turns = system.gauge().turns();
        int[] place = new int[members.length];
        int[] sign = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            int other = system.space().exchanged(members[i], a, b);
            int phase = (turns[other] - turns[members[i]]) & 3;
            if (layout.sectors().sectorOf(other) != sector || (phase & 1) == 1) return null;
            place[i] = layout.sectors().placeOf(other);
            sign[i] = phase == 2 ? -1 : 1;
        }
        return new Partners(place, sign);
    }

    private static boolean commutes(Partners p, Sparse k) {
        SparseBuilder b = new SparseBuilder(k.rows(), k.columns());
        double[] largest = {0};
        k.forEach((r, c, x, y) -> {
            double sign = p.sign()[r] * p.sign()[c];
            b.add(r, c, -x, -y);
            b.add(p.place()[r], p.place()[c], sign * x, sign * y);
            largest[0] = Math.max(largest[0], Math.hypot(x, y));
        });
        boolean[] same = {true};
        b.build().forEach((r, c, x, y) -> same[0] &= Math.hypot(x, y) <= 1e-12 * largest[0]);
        return same[0];
    }
}
