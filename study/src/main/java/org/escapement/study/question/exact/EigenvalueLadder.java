package org.escapement.study.question.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.EigenvalueBranches;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.study.question.Point;

/** Leading eigenvalues of a large system, reached from smaller sizes whose eigenvalues are all at hand. */
final class EigenvalueLadder {

    private static final double RUNG = 1.4;

    /** Begins branches at a position. */
    interface Beginning {
        EigenvalueBranches at(Liouvillian l, double position);
    }

    private EigenvalueLadder() {}

    /**
     * Follows branches up to a point's size.
     *
     * @throws OutOfReachException when there is no smaller size to begin at
     */
    static List<Eigenvalue> climb(Point point, Function<ExactSystem, List<Liouvillian>> blocks, Beginning beginning) {
        double size = point.values().value(point.model().size());
        EigenvalueBranches branches = null;
        double last = 0;
        for (int n = 1; n <= size; n++) {
            boolean rung = n == size || n >= last + 2 && n >= RUNG * last;
            if (branches != null && !rung) continue;
            Optional<Liouvillian> l =
                    at(point, n, size).map(s -> blocks.apply(s).getFirst());
            if (l.isEmpty()) continue;
            boolean all = EigenvalueBranches.canBegin(l.get());
            if (!all && branches == null) break;
            branches = all ? beginning.at(l.get(), 1.0 / n) : branches.next(l.get(), 1.0 / n);
            last = n;
        }
        if (last == size && branches != null) return branches.values();
        throw new OutOfReachException(String.format(
                Locale.ROOT,
                "there is no smaller size from which the eigenvalues at %s=%s could be followed: say 'near' which number"
                        + " they are looked for",
                point.model().size(),
                size));
    }

    /** The system at another size, where there is one. */
    private static Optional<ExactSystem> at(Point point, int n, double size) {
        if (n == size) return Optional.of(ExactPoint.system(point));
        Map<String, Double> given = new LinkedHashMap<>(point.values().given());
        given.put(point.model().size(), (double) n);
        try {
            return Optional.of(ExactPoint.level(point).system(ParameterValues.of(point.model(), given)));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }
}
