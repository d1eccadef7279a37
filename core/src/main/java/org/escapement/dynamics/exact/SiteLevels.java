package org.escapement.dynamics.exact;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/** Eigenvalues of an operator that acts on one ensemble or mode alone. Stateless. */
public final class SiteLevels {

    private SiteLevels() {}

    /**
     * The eigenvalues on the site's own states, ascending.
     *
     * @param o Hermitian, with unchanging coefficients
     * @param site name of an ensemble or mode
     * @throws ModelException when the operator acts on others, too
     * @throws NotApplicableException when states stand for several copies of a multiplet
     */
    public static double[] of(ExactSystem system, Operator o, String site) {
        HilbertSpace space = system.space();
        List<String> names = space.sites().stream().map(s -> s.site().name()).toList();
        int index = names.indexOf(site);
        boolean own = o.degreesOfFreedom().stream().allMatch(d -> d.name().equals(site));
        if (index < 0 || !own || !o.isHermitian()) {
            throw new ModelException("an energy of '" + site + "' is a Hermitian operator of its own letters, not " + o);
        }
        int dimension = space.sites().get(index).dimension();
        Dense levels = Dense.zero(dimension, dimension, false);
        system.matrix(o).forEach((row, column, re, im) -> {
            if (rest(space, row, index) != 0 || rest(space, column, index) != 0) return;
            if (space.degeneracy(row) != 1) {
                throw new NotApplicableException("permutation-invariant states have no matrix in this basis");
            }
            int at = space.siteState(row, index) * dimension + space.siteState(column, index);
            levels.re()[at] = re;
            levels.im()[at] = im;
        });
        return Eigen.hermitian(levels).re();
    }

    /** The states of all other sites: 0 when each is in its first. */
    private static int rest(HilbertSpace space, int state, int site) {
        return state - space.siteState(state, site) * space.stride(site);
    }
}
