package org.escapement.study.question.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.dynamics.EmptySectorException;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.EigenvalueBranches;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.study.question.Line;
import org.escapement.study.question.Point;

/**
 * Eigenvalues of the generator at a point: all of them where they are few; near a number; or followed from where they
 * are few, along the run's continuation or from smaller sizes.
 */
final class Spectrum {

    /** Residual asked for, [rate]. */
    private static final double TOLERANCE = 1e-8;

    private final Point point;
    private final Selection selection;
    private final int count;

    private Spectrum(Point point, Selection selection, int count) {
        this.point = point;
        this.selection = selection;
        this.count = count;
    }

    /** The first so many of a selection, or fewer where there are no more. */
    static List<Eigenvalue> first(Point point, Selection selection, int count) {
        record Key(Selection selection, int count) {}
        return point.shared(new Key(selection, count), () -> new Spectrum(point, selection, count).find());
    }

    private List<Eigenvalue> find() {
        List<Liouvillian> blocks = blocks(ExactPoint.system(point));
        if (point.line().isPresent() && blocks.size() == 1) {
            return followed(blocks.getFirst(), point.line().get());
        }
        List<Eigenvalue> found = new ArrayList<>();
        for (Liouvillian l : blocks) {
            found.addAll(in(l, blocks.size() == 1, selection.near()));
            boolean standsForTwo = selection.reachedBy().isEmpty() && !l.isSelfAdjoint();
            if (standsForTwo) found.addAll(ofAdjoint(l));
        }
        return ordered(selection.kind() == Selection.Kind.DECAYING ? withoutStationary(found) : found);
    }

    /** Eigenvalues on the adjoint blocks, the complex conjugates of those on these. */
    private List<Eigenvalue> ofAdjoint(Liouvillian l) {
        Optional<Selection.Number> mirrored = selection.near().map(n -> new Selection.Number(n.re(), -n.im()));
        return in(l, false, mirrored).stream()
                .map(v -> new Eigenvalue(v.re(), -v.im(), v.residual(), v.parity()))
                .toList();
    }

    /** Exactly one eigenvalue belongs to the stationary state, however small others are. */
    private static List<Eigenvalue> withoutStationary(List<Eigenvalue> found) {
        List<Eigenvalue> left = new ArrayList<>(found);
        left.stream()
                .min(Comparator.comparingDouble(v -> Math.hypot(v.re(), v.im())))
                .filter(v -> !Selection.isAway(v))
                .ifPresent(left::remove);
        return left;
    }

    private List<Liouvillian> blocks(ExactSystem system) {
        return selection
                .reachedBy()
                .map(o -> List.of(reached(system, o)))
                .orElseGet(() -> Liouvillian.everywhere(system));
    }

    private Liouvillian reached(ExactSystem system, String operator) {
        Liouvillian l = Liouvillian.of(system, point.model().operator(operator));
        if (l.size() > 0) return l;
        throw new EmptySectorException("'" + operator + "' has no matrix elements among the " + system.dimension()
                + " states here, so that the blocks it reaches are empty: take a larger size or another operator");
    }

    private List<Eigenvalue> ordered(List<Eigenvalue> found) {
        Comparator<Eigenvalue> order = selection.near().isPresent()
                ? Comparator.comparingDouble(selection::distance)
                : Comparator.comparingDouble(v -> -v.re());
        return found.stream()
                .filter(v -> selection.kind() == Selection.Kind.DECAYING || selection.accepts(v))
                .sorted(order)
                .limit(count)
                .toList();
    }

    private List<Eigenvalue> in(Liouvillian l, boolean only, Optional<Selection.Number> near) {
        if (near.isPresent()) return near(l, near.get());
        List<Parity> parities = selection.parities(l);
        int largest = parities.stream().mapToInt(l::dimension).max().orElseThrow();
        if (largest > Liouvillian.DENSE && only) {
            // Ranks need every eigenvalue in its place: branches that begin behind others could be missed.
            if (count > 1) return rightmost(l, parities);
            return EigenvalueLadder.climb(point, this::blocks, this::begin);
        }
        List<Eigenvalue> all = new ArrayList<>();
        for (Parity p : parities) all.addAll(l.all(p));
        return all;
    }

    private List<Eigenvalue> rightmost(Liouvillian l, List<Parity> parities) {
        List<Eigenvalue> all = new ArrayList<>();
        for (Parity p : parities) {
            List<Eigenvalue> some = List.of();
            for (int look = 2 * count + 4; some.size() < l.dimension(p); look *= 2) {
                some = l.leading(look, p, TOLERANCE);
                if (some.stream().filter(selection::accepts).count() >= count) break;
            }
            all.addAll(some);
        }
        return all;
    }

    private List<Eigenvalue> near(Liouvillian l, Selection.Number n) {
        List<Eigenvalue> all = new ArrayList<>();
        for (Parity p : selection.parities(l)) {
            int wanted = Math.min(count + 2, l.dimension(p));
            all.addAll(l.near(n.re(), n.im(), wanted, p, TOLERANCE));
        }
        return all;
    }

    /** Several more than asked for are carried along, because they may overtake. */
    private EigenvalueBranches begin(Liouvillian l, double position) {
        EigenvalueBranches branches =
                EigenvalueBranches.begin(l, position, selection.parities(l), selection::accepts, count + 2, TOLERANCE);
        return count > 1 ? branches.keepingAll() : branches;
    }

    private List<Eigenvalue> followed(Liouvillian l, Line line) {
        double position = line.axis().equals(point.model().size()) ? 1 / line.position() : line.position();
        Optional<EigenvalueBranches> before = line.before(selection);
        EigenvalueBranches now = before.map(b -> b.next(l, position)).orElseGet(() -> firstOf(l, position));
        line.leave(selection, now);
        return now.values().stream().limit(count).toList();
    }

    private EigenvalueBranches firstOf(Liouvillian l, double position) {
        if (selection.near().isPresent()) {
            if (count > 1) throw new NotApplicableException("near a number one eigenvalue is followed, not " + count);
            Selection.Number n = selection.near().get();
            return EigenvalueBranches.near(
                    l, position, n.re(), n.im(), selection.parities(l), selection::accepts, TOLERANCE);
        }
        if (EigenvalueBranches.canBegin(l)) return begin(l, position);
        throw new OutOfReachException(String.format(
                Locale.ROOT,
                "%d unknowns are too many for all eigenvalues, from which a continuation begins: begin the axis '%s' at a"
                        + " smaller size, or say 'near'",
                l.size(),
                point.line().map(Line::axis).orElse("")));
    }
}
