package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.model.ModelException;

/**
 * Eigenvalues followed from small sizes, where all of them are known, to large ones, where only those near a guess are
 * computed: the guess continues each branch in 1/N. Several branches are carried along, so that one may overtake another;
 * those that have fallen far behind are dropped at large sizes.
 *
 * @param family the generator at a size
 * @param candidates number of branches carried along
 * @param tolerance residual asked for, [rate]
 */
public record Branches(IntFunction<Liouvillian> family, int candidates, double tolerance) {

    /** Dimension up to which all eigenvalues are computed and the branches begin anew. */
    private static final int ALL = 2000;
    /** Dimension above which branches that are far behind are dropped. */
    private static final int LARGE = 20_000;

    private static final double FAR_BEHIND = 1.6;

    private record Branch(List<Integer> sizes, List<Eigenvalue> values) {
        Eigenvalue last() {
            return values.getLast();
        }

        /** Guess at a size: a straight line in 1/N through the last two points. */
        double[] guess(int size) {
            Eigenvalue b = values.getLast();
            if (values.size() == 1) return new double[] {b.re(), b.im()};
            Eigenvalue a = values.get(values.size() - 2);
            double xa = 1.0 / sizes.get(sizes.size() - 2);
            double xb = 1.0 / sizes.getLast();
            double t = (1.0 / size - xb) / (xb - xa);
            return new double[] {b.re() + t * (b.re() - a.re()), b.im() + t * (b.im() - a.im())};
        }
    }

    /**
     * The eigenvalue of largest real part among those wanted, at each size.
     *
     * @param sizes ascending; the first must be small enough for all eigenvalues
     * @param wanted such as a positive imaginary part
     */
    public List<Eigenvalue> dominant(List<Integer> sizes, Predicate<Eigenvalue> wanted) {
        List<Branch> branches = begin(sizes.getFirst(), wanted);
        List<Eigenvalue> dominant = new ArrayList<>(List.of(best(branches)));
        for (int size : sizes.subList(1, sizes.size())) {
            Liouvillian l = family.apply(size);
            if (l.dimension(l.parities().getFirst()) <= ALL) {
                branches = begin(size, wanted);
            } else {
                branches = drop(branches, l);
                for (Branch b : branches) continueTo(b, size, l, wanted);
            }
            dominant.add(best(branches));
        }
        return dominant;
    }

    private List<Branch> begin(int size, Predicate<Eigenvalue> wanted) {
        Liouvillian l = family.apply(size);
        List<Eigenvalue> all = new ArrayList<>();
        for (Parity p : l.parities()) all.addAll(l.all(p));
        List<Branch> branches = all.stream()
                .filter(wanted)
                .sorted(Comparator.comparingDouble(v -> -v.re()))
                .limit(candidates)
                .map(v -> new Branch(new ArrayList<>(List.of(size)), new ArrayList<>(List.of(v))))
                .toList();
        if (branches.isEmpty()) throw new ModelException("no eigenvalue of the wanted kind at size " + size);
        return branches;
    }

    private static Eigenvalue best(List<Branch> branches) {
        return branches.stream()
                .map(Branch::last)
                .max(Comparator.comparingDouble(Eigenvalue::re))
                .orElseThrow();
    }

    private static List<Branch> drop(List<Branch> branches, Liouvillian l) {
        double limit = FAR_BEHIND * best(branches).re();
        if (l.dimension(l.parities().getFirst()) < LARGE) return branches;
        return branches.stream().filter(b -> b.last().re() >= limit).toList();
    }

    private void continueTo(Branch b, int size, Liouvillian l, Predicate<Eigenvalue> wanted) {
        double[] guess = b.guess(size);
        // A little beside the guess: a shift on an eigenvalue stalls the inner solver.
        double aside = 0.02 * Math.hypot(guess[0], guess[1]);
        Eigenvalue next = l.near(guess[0] + aside, guess[1], 2, b.last().parity(), tolerance).stream()
                .filter(wanted)
                .min(Comparator.comparingDouble(v -> Math.hypot(v.re() - guess[0], v.im() - guess[1])))
                .orElseThrow(() -> new ModelException(
                        "the branch from " + b.last().re() + " + " + b.last().im() + "i is lost at size " + size));
        b.sizes.add(size);
        b.values.add(next);
    }
}
