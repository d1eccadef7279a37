package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.model.JumpOperator;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * The part of a master equation that acts on one site alone, as a dense matrix on that site's density matrices: its own
 * Hamiltonian words, and of each jump the words on it.
 */
final class SiteLocal {

    private final ExactSystem system;
    private final int site;
    private final DegreeOfFreedom degree;
    private final int dimension;

    SiteLocal(ExactSystem system, int site) {
        this.system = system;
        this.site = site;
        this.degree = system.space().sites().get(site).site();
        this.dimension = system.space().sites().get(site).dimension();
    }

    /** The superoperator, entries (i, j) of the density matrix at i dimension + j; real where all its parts are. */
    Dense matrix() {
        Sparse effective = reduced(own(system.model().totalHamiltonian())).times(0, -1);
        List<Sparse> jumps = new ArrayList<>();
        for (JumpOperator jump : system.model().jumps()) {
            double rate = system.numbers().real(jump.rate());
            Operator local = own(jump.operator());
            if (rate == 0 || local.isZero()) continue;
            Sparse l = reduced(local);
            if (!l.isReal() && l.times(0, -1).isReal()) l = l.times(0, -1);
            jumps.add(l.times(Math.sqrt(rate), 0));
            effective = effective.plus(l.adjoint().times(l).times(-rate / 2, 0));
        }
        return superoperator(effective, jumps);
    }

    private Operator own(Operator o) {
        Operator local = Operator.zero();
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            boolean only = term.getKey().sites().stream().allMatch(p -> p.site().equals(degree));
            if (only && !term.getKey().isIdentity()) local = local.plus(Operator.of(term.getKey(), term.getValue()));
        }
        return local;
    }

    /** The matrix on this site, in the gauge: the entries between states whose other sites are in their first state. */
    private Sparse reduced(Operator o) {
        int stride = system.space().stride(site);
        SparseBuilder b = new SparseBuilder(dimension, dimension);
        system.matrix(o).forEach((r, c, x, y) -> {
            int i = system.space().siteState(r, site);
            int j = system.space().siteState(c, site);
            if (r == i * stride && c == j * stride) b.add(i, j, x, y);
        });
        return b.build();
    }

    private Dense superoperator(Sparse k, List<Sparse> jumps) {
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
        return b.build().dense();
    }
}
