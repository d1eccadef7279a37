package org.escapement.dynamics.exact;

import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;

/** The matrix of an operator of one ensemble or mode alone, in the basis of {@link DensityMatrix#reduced}. Stateless. */
public final class SiteMatrix {

    private SiteMatrix() {}

    /**
     * The matrix.
     *
     * @throws ModelException when the operator acts on other sites too, or there is no such site
     */
    public static Dense of(ExactSystem system, Operator o, String site) {
        for (DegreeOfFreedom d : o.degreesOfFreedom()) {
            if (!d.name().equals(site)) {
                throw new ModelException(
                        "an operator of '" + site + "' alone is needed here, not one that acts on '" + d.name() + "'");
            }
        }
        HilbertSpace space = system.space();
        int place = 0;
        while (place < space.sites().size() && !name(space, place).equals(site)) place++;
        if (place == space.sites().size()) throw new ModelException("there is no ensemble or mode '" + site + "'");
        int stride = space.stride(place);
        int n = space.sites().get(place).dimension();
        Dense m = Dense.zero(n, n, false);
        // Product states in which every other site is in its first state.
        space.matrix(o).forEach((r, c, re, im) -> {
            if (r % stride != 0 || c % stride != 0 || r / stride >= n || c / stride >= n) return;
            m.re()[r / stride * n + c / stride] += re;
            m.im()[r / stride * n + c / stride] += im;
        });
        return m;
    }

    private static String name(HilbertSpace space, int site) {
        return space.sites().get(site).site().name();
    }
}
