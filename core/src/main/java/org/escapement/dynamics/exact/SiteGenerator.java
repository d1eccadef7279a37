package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * What a master equation of two sites does to one of them while the other is in a given state and uncorrelated: H and the
 * jump operators with the other site traced out, as a superoperator on this site's matrices. Fluctuations of the other
 * site in a common jump drop out.
 */
final class SiteGenerator {

    private final ExactSystem system;
    private final int site;
    private final int dimension;
    private final Dense other;

    /**
     * Prepares.
     *
     * @param other density matrix of the other site in the gauge
     */
    SiteGenerator(ExactSystem system, int site, Dense other) {
        this.system = system;
        this.site = site;
        this.dimension = system.space().sites().get(site).dimension();
        this.other = other;
    }

    /** The superoperator in the gauge, entries (i, j) of the site's matrices at i dimension + j. */
    Sparse matrix() {
        Sparse effective = traced(system.hamiltonian());
        List<Sparse> jumps = new ArrayList<>();
        for (ExactSystem.JumpMatrix jump : system.jumps()) {
            double rate = system.numbers().real(jump.jump().rate());
            Sparse l = traced(jump.matrix());
            jumps.add(l.times(Math.sqrt(rate), 0));
            effective = effective.plus(l.adjoint().times(l).times(-rate / 2, 0));
        }
        return superoperator(effective, jumps);
    }

    /** The mean in the state of the other site. */
    private Sparse traced(Sparse m) {
        HilbertSpace space = system.space();
        int n = other.rows();
        SparseBuilder b = new SparseBuilder(dimension, dimension);
        m.forEach((r, c, x, y) -> {
            int at = space.siteState(c, 1 - site) * n + space.siteState(r, 1 - site);
            double u = other.re()[at];
            double v = other.isReal() ? 0 : other.im()[at];
            if (u == 0 && v == 0) return;
            b.add(space.siteState(r, site), space.siteState(c, site), x * u - y * v, x * v + y * u);
        });
        return b.build();
    }

    private Sparse superoperator(Sparse k, List<Sparse> jumps) {
        int n = dimension;
        SparseBuilder b = new SparseBuilder(n * n, n * n);
        k.forEach((r, c, x, y) -> {
            for (int s = 0; s < n; s++) {
                b.add(r * n + s, c * n + s, x, y);
                b.add(s * n + r, s * n + c, x, -y);
            }
        });
        for (Sparse l : jumps) {
            l.forEach((r, c, x, y) ->
                    l.forEach((s, d, u, v) -> b.add(r * n + s, c * n + d, x * u + y * v, y * u - x * v)));
        }
        return b.build();
    }
}
