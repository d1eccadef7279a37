package org.escapement.papers.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.EigenvalueBranches;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.expression.Expression;
import org.escapement.numerics.fit.PolynomialFit;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.means.TrajectoryEnsemble;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of seeding at finite N, for two ensembles. */
final class Seeding implements Adapter {

    private static final List<String> EMISSION = List.of("emission_A", "emission_B", "emission_common");
    private static final double TURNING = 1e-7;
    private static final double RESIDUAL = 1e-8;
    /** Number of atoms of the larger ensemble up to which all eigenvalues are at hand. */
    private static final int SMALL = 6;

    private static final long SEED = 1;

    private static final int CANDIDATES = 3;

    private final Map<Object, Ladder> ladders = new ConcurrentHashMap<>();
    private final Map<Object, Averages> averages = new ConcurrentHashMap<>();
    private final Evaluation model = Evaluation.of(new Paper("seeding").model("model.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "exact-magnetisation" -> magnetisation(p);
                    case "steady-state" ->
                        Answer.list(exact(p).stationary(List.of("m_y_A", "m_y_B", "m_z_A", "m_z_B", "purity()")));
                    case "steady-emission" -> Answer.list(exact(p).stationary(EMISSION));
                    case "dominant-eigenvalues" -> dominant(p);
                    case "branch-eigenvalue" -> branch(p);
                    case "slowest-odd-rate" -> slowestOdd(p);
                    case "leading-real-parts" -> leadingRealParts(p);
                    case "large-n-fit" -> largeSizeFit(p);
                    case "trajectory-magnetisation" -> trajectories(p);
                    default -> null;
                });
    }

    private Evaluation at(Parameters p) {
        List<Double> omega = p.list("Omega");
        if (omega.size() != 2) throw new NotApplicableException("the finite-N model has two ensembles");
        if (!p.text("normalisation").equals("total")) {
            throw new NotApplicableException("unknown normalisation " + p.text("normalisation"));
        }
        boolean coherent = p.text("coupling").equals("coherent");
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("Omega_A", omega.get(0));
        values.put("Omega_B", omega.get(1));
        values.put("kappa", p.number("kappa"));
        values.put("Gamma", coherent ? 0 : p.number("Gamma"));
        values.put("Gamma_c", coherent ? p.number("Gamma") : 0);
        return model.set(values);
    }

    /** With the numbers of atoms of both ensembles. */
    private static Evaluation sized(Evaluation at, double a, double b) {
        return at.set(Map.of("N", a, "w_A", 1.0, "w_B", b / a));
    }

    private Evaluation exact(Parameters p) {
        List<Double> atoms = p.list("N");
        Evaluation at = sized(at(p), atoms.get(0), atoms.get(1)).exact(ExactOptions.none());
        return p.has("initial") ? at.start(p.text("initial")) : at;
    }

    private Answer magnetisation(Parameters p) {
        Evaluation at = exact(p);
        Measure times = new Measure.Series(p.list("times"));
        List<Measurement> both = Stream.of("A", "B")
                .map(e -> "m_" + p.text("component") + "_" + e)
                .map(q -> new Measurement(q, QuantityText.parse(at.model(), q), times))
                .toList();
        return Answer.rows(at.measure(both));
    }

    private static Liouvillian liouvillian(Evaluation at, double a, double b) {
        return Liouvillian.of(sized(at, a, b).exactSystem(ExactOptions.none()));
    }

    private static boolean turns(Eigenvalue v) {
        return v.im() > TURNING;
    }

    private Answer dominant(Parameters p) {
        List<Double> atoms = p.list("N");
        int k = p.integer("k");
        Liouvillian l = liouvillian(at(p), atoms.get(0), atoms.get(1));
        if (k > 1 || l.dimension(l.parities().getFirst()) <= 2000) {
            return pairs(turning(l, k));
        }
        int larger = (int) Math.max(atoms.get(0), atoms.get(1));
        return pairs(List.of(ladder(p).at(larger).dominant()));
    }

    /** The leading eigenvalues at sizes of the larger ensemble, both scaled alike, as far as they were followed. */
    private static final class Ladder {
        private final IntFunction<Liouvillian> family;
        private final TreeMap<Integer, EigenvalueBranches> reached = new TreeMap<>();

        Ladder(IntFunction<Liouvillian> family) {
            this.family = family;
        }

        /** Followed in steps of less than a half, from the nearest smaller size that is known. */
        synchronized EigenvalueBranches at(int size) {
            while (reached.get(size) == null) {
                Map.Entry<Integer, EigenvalueBranches> last = reached.lowerEntry(size);
                int next = last == null
                        ? Math.min(SMALL, size)
                        : Math.min(size, Math.max(last.getKey() + 2, (int) (1.5 * last.getKey())));
                Liouvillian l = family.apply(next);
                reached.put(
                        next,
                        last == null
                                ? EigenvalueBranches.begin(
                                        l, 1.0 / next, l.parities(), Seeding::turns, CANDIDATES, RESIDUAL)
                                : last.getValue().next(l, 1.0 / next));
            }
            return reached.get(size);
        }
    }

    private Ladder ladder(Parameters p) {
        Evaluation at = at(p);
        List<Double> atoms = p.has("N") ? p.list("N") : List.of(1.0, 1.0);
        double larger = Math.max(atoms.get(0), atoms.get(1));
        double a = atoms.get(0) / larger;
        double b = atoms.get(1) / larger;
        return ladders.computeIfAbsent(
                List.of(at.point(), a, b),
                k -> new Ladder(size -> liouvillian(at, Math.rint(a * size), Math.rint(b * size))));
    }

    /** The leading ones of positive imaginary part. */
    private static List<Eigenvalue> turning(Liouvillian l, int count) {
        return l.parities().stream()
                .flatMap(parity -> turning(l, count, parity).stream())
                .sorted(Comparator.comparingDouble(v -> -v.re()))
                .limit(count)
                .toList();
    }

    private static List<Eigenvalue> turning(Liouvillian l, int count, Parity parity) {
        for (int look = 6 * count; ; look *= 2) {
            List<Eigenvalue> some = l.leading(look, parity, RESIDUAL);
            List<Eigenvalue> wanted =
                    some.stream().filter(Seeding::turns).limit(count).toList();
            if (wanted.size() == count || some.size() == l.dimension(parity)) return wanted;
        }
    }

    private static Answer pairs(List<Eigenvalue> values) {
        return Answer.rows(List.of(
                values.stream().map(v -> new Estimate(v.re(), v.residual())).toList(),
                values.stream().map(v -> new Estimate(v.im(), v.residual())).toList()));
    }

    private static Parity sector(Parameters p) {
        return p.text("sector").equals("sym") ? Parity.EVEN : Parity.ODD;
    }

    private Answer branch(Parameters p) {
        List<Double> atoms = p.list("N");
        List<Double> near = p.list("near");
        Liouvillian l = liouvillian(at(p), atoms.get(0), atoms.get(1));
        Eigenvalue v = l.near(near.get(0), near.get(1), 1, sector(p), RESIDUAL).getFirst();
        return Answer.list(List.of(new Estimate(v.re(), v.residual()), new Estimate(v.im(), v.residual())));
    }

    private Answer slowestOdd(Parameters p) {
        List<Double> atoms = p.list("N");
        Liouvillian l = liouvillian(at(p), atoms.get(0), atoms.get(1));
        return l.leading(6, Parity.ODD, RESIDUAL).stream()
                .filter(v -> Math.abs(v.im()) < TURNING)
                .max(Comparator.comparingDouble(Eigenvalue::re))
                .map(v -> Answer.of(new Estimate(v.re(), v.residual())))
                .orElseThrow();
    }

    private Answer leadingRealParts(Parameters p) {
        List<Double> atoms = p.list("N");
        Liouvillian l = liouvillian(at(p), atoms.get(0), atoms.get(1));
        return Answer.list(l.leading(p.integer("k"), sector(p), RESIDUAL).stream()
                .limit(p.integer("k"))
                .map(v -> new Estimate(v.re(), v.residual()))
                .toList());
    }

    /** Averages of one ensemble of trajectories at the times it was asked for so far. */
    private static final class Averages {
        private final TrajectoryEnsemble ensemble;
        private final Map<Double, List<TrajectoryEnsemble.Statistic>> at = new HashMap<>();

        Averages(Evaluation at, Parameters p) {
            List<Expression> both = Stream.of("m_z_A", "m_z_B")
                    .map(q -> QuantityText.parse(at.model(), q))
                    .toList();
            ensemble = new TrajectoryEnsemble(
                    at.exactSystem(ExactOptions.none()),
                    at.model().states().get(p.text("initial")),
                    both,
                    p.integer("trajectories"),
                    SEED);
        }

        synchronized Optional<List<TrajectoryEnsemble.Statistic>> at(double t) {
            if (t < ensemble.time()) return Optional.ofNullable(at.get(t));
            ensemble.advance(t);
            at.put(t, ensemble.values());
            return Optional.of(at.get(t));
        }
    }

    private Answer trajectories(Parameters p) {
        List<Double> atoms = p.list("N");
        Evaluation at = sized(at(p), atoms.get(0), atoms.get(1));
        double t = p.number("t");
        Object key = List.of(at.point(), p.text("initial"), p.integer("trajectories"));
        List<TrajectoryEnsemble.Statistic> both = averages.computeIfAbsent(key, k -> new Averages(at, p))
                .at(t)
                .orElseGet(() -> new Averages(at, p).at(t).orElseThrow());
        TrajectoryEnsemble.Statistic m = both.get(p.integer("ensemble") - 1);
        return Answer.of(new Estimate(m.value(), m.standardError()));
    }

    private Answer largeSizeFit(Parameters p) {
        List<Integer> sizes = p.list("Ns").stream().map(Double::intValue).toList();
        Ladder ladder = ladder(p);
        List<Eigenvalue> wanted =
                sizes.stream().map(n -> ladder.at(n).dominant()).toList();
        double[] x = sizes.stream().mapToDouble(n -> 1.0 / n).toArray();
        double[] y = wanted.stream()
                .mapToDouble(v -> p.text("part").equals("re") ? v.re() : v.im())
                .toArray();
        return Answer.exact(PolynomialFit.constant(x, y, p.integer("order")));
    }
}
