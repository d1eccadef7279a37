package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * What a master equation of two sites does to one of them while the other is in the state without information: H and the
 * jump operators with the other site traced out, as a superoperator on this site's matrices.
 */
final class SiteGenerator {

    private final ExactSystem system;
    private final int site;
    private final int dimension;
    private final int others;

    SiteGenerator(ExactSystem system, int site) {
        this.system = system;
        this.site = site;
        this.dimension = system.space().sites().get(site).dimension();
        this.others = system.dimension() / dimension;
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

    /** The mean over the states of the other sites. */
    private Sparse traced(Sparse m) {
        HilbertSpace space = system.space();
        int stride = space.stride(site);
        SparseBuilder b = new SparseBuilder(dimension, dimension);
        m.forEach((r, c, x, y) -> {
            int i = space.siteState(r, site);
            int j = space.siteState(c, site);
            if (r - i * stride == c - j * stride) b.add(i, j, x / others, y / others);
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
