package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;

/**
 * Eigenvalues followed from small sizes, where all of them are known, to large ones, where only those near a guess are
 * computed.
 *
 * @param family the generator at a size
 * @param candidates number of branches carried along
 * @param tolerance residual asked for, [rate]
 */
public record Branches(IntFunction<Liouvillian> family, int candidates, double tolerance) {

    /**
     * The eigenvalue of largest real part among those wanted, at each size.
     *
     * @param sizes ascending; the first must be small enough for all eigenvalues
     * @param wanted such as a positive imaginary part
     */
    public List<Eigenvalue> dominant(List<Integer> sizes, Predicate<Eigenvalue> wanted) {
        List<Eigenvalue> dominant = new ArrayList<>();
        EigenvalueBranches branches = null;
        for (int size : sizes) {
            Liouvillian l = family.apply(size);
            branches = branches == null
                    ? EigenvalueBranches.begin(l, 1.0 / size, l.parities(), wanted, candidates, tolerance)
                    : branches.next(l, 1.0 / size);
            dominant.add(branches.dominant());
        }
        return dominant;
    }
}
