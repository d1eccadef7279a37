package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.model.ModelException;

/**
 * Eigenvalues followed by continuity as the size or a parameter changes in steps. Each branch remembers its last
 * positions; the next value is the one nearest to their extrapolation. Several branches are carried along, so that one
 * may overtake another. Immutable: each step gives new branches.
 */
public final class EigenvalueBranches {

    /** Dimension up to which all eigenvalues are computed at each step. */
    private static final int ALL = 2000;
    /** Dimension above which branches that are far behind the dominant one are dropped. */
    private static final int LARGE = 20_000;

    private static final double FAR_BEHIND = 1.6;
    /** A next value is ambiguous when the second nearest is hardly farther away. */
    private static final double AMBIGUOUS = 0.8;
    /** Residual of an eigenvalue that is only to be told from the branch, relative to the distance of the shift. */
    private static final double ROUGH = 0.5;
    /** Imaginary part of a real eigenvalue at most, relative to it. */
    private static final double REAL = 1e-7;
    /** Points that the extrapolation goes through. */
    private static final int MEMORY = 3;

    private record Branch(List<Double> positions, List<Eigenvalue> values) {

        Branch {
            positions = List.copyOf(positions);
            values = List.copyOf(values);
        }

        static Branch at(double position, Eigenvalue value) {
            return new Branch(List.of(position), List.of(value));
        }

        Eigenvalue last() {
            return values.getLast();
        }

        Branch with(double position, Eigenvalue value) {
            List<Double> p = new ArrayList<>(positions);
            List<Eigenvalue> v = new ArrayList<>(values);
            p.add(position);
            v.add(value);
            int from = Math.max(0, p.size() - MEMORY);
            return new Branch(p.subList(from, p.size()), v.subList(from, v.size()));
        }

        /** The polynomial through the remembered points. */
        double[] guess(double position) {
            double[] sum = new double[2];
            for (int i = 0; i < positions.size(); i++) {
                double weight = 1;
                for (int j = 0; j < positions.size(); j++) {
                    if (j == i) continue;
                    weight *= (position - positions.get(j)) / (positions.get(i) - positions.get(j));
                }
                sum[0] += weight * values.get(i).re();
                sum[1] += weight * values.get(i).im();
            }
            return sum;
        }
    }

    private final List<Branch> branches;
    private final List<Parity> parities;
    private final Predicate<Eigenvalue> wanted;
    private final int candidates;
    private final double tolerance;
    /** Whether branches far behind the dominant one are kept too. */
    private final boolean all;

    private EigenvalueBranches(
            List<Branch> branches,
            List<Parity> parities,
            Predicate<Eigenvalue> wanted,
            int candidates,
            double tolerance,
            boolean all) {
        this.branches = List.copyOf(branches);
        this.parities = List.copyOf(parities);
        this.wanted = wanted;
        this.candidates = candidates;
        this.tolerance = tolerance;
        this.all = all;
    }

    /** Whether all eigenvalues of a generator are at hand, so that branches can begin. */
    public static boolean canBegin(Liouvillian l) {
        return l.parities().stream().allMatch(p -> l.dimension(p) <= ALL);
    }

    /**
     * Those of largest real part, from all eigenvalues.
     *
     * @param position where the first step is, for extrapolation: 1/N or a parameter
     * @param parities those to look at, among the generator's
     * @param wanted such as a positive imaginary part
     * @param candidates number of branches carried along
     * @param tolerance residual asked for, [rate]
     * @throws ModelException when there is none of the wanted kind
     */
    public static EigenvalueBranches begin(
            Liouvillian l,
            double position,
            List<Parity> parities,
            Predicate<Eigenvalue> wanted,
            int candidates,
            double tolerance) {
        List<Eigenvalue> all = new ArrayList<>();
        for (Parity p : parities) all.addAll(l.all(p));
        List<Branch> leading = all.stream()
                .filter(wanted)
                .sorted(Comparator.comparingDouble(v -> -v.re()))
                .limit(candidates)
                .map(v -> Branch.at(position, v))
                .toList();
        if (leading.isEmpty()) {
            throw new ModelException("there is no eigenvalue of the wanted kind among " + all.size());
        }
        return new EigenvalueBranches(leading, parities, wanted, candidates, tolerance, false);
    }

    /** The one nearest a number, whatever its real part. */
    public static EigenvalueBranches near(
            Liouvillian l,
            double position,
            double re,
            double im,
            List<Parity> parities,
            Predicate<Eigenvalue> wanted,
            double tolerance) {
        List<Eigenvalue> found = new ArrayList<>();
        for (Parity p : parities) found.addAll(l.near(re, im, 2, p, tolerance));
        Eigenvalue nearest = found.stream()
                .filter(wanted)
                .min(Comparator.comparingDouble(v -> Math.hypot(v.re() - re, v.im() - im)))
                .orElseThrow(() ->
                        new ModelException("there is no eigenvalue of the wanted kind near " + re + " + " + im + "i"));
        return new EigenvalueBranches(List.of(Branch.at(position, nearest)), parities, wanted, 1, tolerance, false);
    }

    /** The same, but branches far behind the dominant one are carried along at all sizes. */
    public EigenvalueBranches keepingAll() {
        return new EigenvalueBranches(branches, parities, wanted, candidates, tolerance, true);
    }

    /** The branch of largest real part. */
    public Eigenvalue dominant() {
        return branches.stream()
                .map(Branch::last)
                .max(Comparator.comparingDouble(Eigenvalue::re))
                .orElseThrow();
    }

    /** All branches, by descending real part. */
    public List<Eigenvalue> values() {
        return branches.stream()
                .map(Branch::last)
                .sorted(Comparator.comparingDouble(v -> -v.re()))
                .toList();
    }

    /**
     * One step. While all eigenvalues are at hand, several branches begin anew from those of largest real part; a single
     * one is always followed.
     *
     * @throws ModelException when a single branch is lost or meets another, with what to do
     */
    public EigenvalueBranches next(Liouvillian l, double position) {
        if (candidates > 1 && canBegin(l)) {
            EigenvalueBranches anew = begin(l, position, parities, wanted, candidates, tolerance);
            return all ? anew.keepingAll() : anew;
        }
        List<Branch> next = new ArrayList<>();
        List<Eigenvalue> taken = new ArrayList<>();
        for (Branch b : kept(l)) {
            Optional<Eigenvalue> value = continued(b, l, position, taken);
            if (value.isEmpty() && branches.size() > 1) continue;
            Eigenvalue found = value.orElseThrow(() -> lost(b));
            taken.add(found);
            next.add(b.with(position, found));
        }
        if (next.isEmpty()) throw lost(branches.getFirst());
        return new EigenvalueBranches(next, parities, wanted, candidates, tolerance, all);
    }

    private List<Branch> kept(Liouvillian l) {
        double limit = FAR_BEHIND * dominant().re();
        if (all) return branches;
        if (l.dimension(l.parities().getFirst()) < LARGE) return branches;
        return branches.stream().filter(b -> b.last().re() >= limit).toList();
    }

    private Optional<Eigenvalue> continued(Branch b, Liouvillian l, double position, List<Eigenvalue> taken) {
        double[] guess = b.guess(position);
        // A little beside the guess: a shift on an eigenvalue stalls the inner solver.
        double aside = 0.02 * Math.hypot(guess[0], guess[1]);
        Comparator<Eigenvalue> nearest = Comparator.comparingDouble(v -> distance(v, guess));
        List<Eigenvalue> found =
                l.near(guess[0] + aside, guess[1], 2, b.last().parity(), tolerance, ROUGH * aside).stream()
                        .filter(wanted)
                        .filter(v -> taken.stream().noneMatch(t -> isSame(t, v)))
                        .sorted(nearest)
                        .toList();
        if (branches.size() == 1 && found.size() > 1) requireDistinct(b, found, guess);
        Optional<Eigenvalue> next = found.stream()
                .findFirst()
                .flatMap(v -> refined(l, v, 0.1 * aside, b.last().parity()));
        if (branches.size() == 1) next.ifPresent(v -> requireSameKind(b, v));
        return next;
    }

    private Optional<Eigenvalue> refined(Liouvillian l, Eigenvalue rough, double aside, Parity parity) {
        if (rough.residual() <= tolerance) return Optional.of(rough);
        // The second nearest to the shift is the nearest to the guess: now as accurately as asked for.
        return l.near(rough.re() + aside, rough.im(), 1, parity, tolerance).stream()
                .filter(wanted)
                .findFirst();
    }

    private boolean isSame(Eigenvalue a, Eigenvalue b) {
        return a.parity() == b.parity() && Math.hypot(a.re() - b.re(), a.im() - b.im()) <= 100 * tolerance;
    }

    private static double distance(Eigenvalue v, double[] guess) {
        return Math.hypot(v.re() - guess[0], v.im() - guess[1]);
    }

    private static void requireDistinct(Branch b, List<Eigenvalue> found, double[] guess) {
        double first = distance(found.get(0), guess);
        double second = distance(found.get(1), guess);
        if (first <= AMBIGUOUS * second) return;
        throw new ModelException("the branch from " + text(b.last()) + " meets another: " + text(found.get(0)) + " and "
                + text(found.get(1)) + " are as near; take smaller steps, or begin beyond the meeting");
    }

    /** Eigenvalues come to the real axis, or leave it, only in pairs: two branches go on from there. */
    private void requireSameKind(Branch b, Eigenvalue found) {
        if (isReal(b.last()) == isReal(found)) return;
        throw new ModelException("the branch from " + text(b.last()) + " meets its complex conjugate on the way to "
                + text(found)
                + " and is two branches on the other side: begin beyond the meeting, or ask for eigenvalues "
                + (isReal(found) ? "that oscillate" : "that are real"));
    }

    private boolean isReal(Eigenvalue v) {
        return Math.abs(v.im()) <= 10 * tolerance + REAL * Math.abs(v.re());
    }

    private static ModelException lost(Branch b) {
        return new ModelException("the branch from " + text(b.last()) + " is lost: take smaller steps");
    }

    private static String text(Eigenvalue v) {
        return String.format(java.util.Locale.ROOT, "%.6g%+.6gi", v.re(), v.im());
    }
}
