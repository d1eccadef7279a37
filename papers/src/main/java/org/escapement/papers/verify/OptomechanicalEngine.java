package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of the optomechanical engine at finite N. */
final class OptomechanicalEngine implements Adapter {

    private static final List<String> NUMBERS =
            List.of("Omega", "g", "kappa", "nu", "Delta", "delta0", "GL", "Gam", "bc", "lam", "wat", "wcav");
    private static final List<String> LIGHT = List.of("s_z", "photons", "alpha_re", "alpha_im");
    private static final List<String> STEADY =
            List.of("s_z", "photons", "s_y", "alpha_re", "I_las", "I_at", "I_cav", "J_cav");
    private static final double RESIDUAL = 1e-9;
    private static final double ZERO = 1e-7;

    private final Evaluation model = Evaluation.of(new Paper("optomech-engine").model("model.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "dicke-dynamics" -> series(frozen(p), LIGHT, p);
                    case "local-decay-dynamics" -> series(frozen(p), LIGHT.subList(0, 2), p);
                    case "dicke-mean-field-deviation" -> deviation(p);
                    case "dicke-steady-state" -> Answer.list(frozen(p).stationary(STEADY));
                    case "local-decay-steady-state" -> Answer.list(frozen(p).stationary(STEADY.subList(0, 4)));
                    case "dicke-steady-entropy" -> Answer.list(frozen(p).stationary(List.of("entropy()", "purity()")));
                    case "dicke-liouvillian-gap" -> gap(p);
                    case "dicke-liouvillian-spectrum" -> spectrum(p);
                    case "hybrid-mirror" -> series(moving(p), List.of("mirror.x", "mirror.v"), p);
                    case "hybrid-powers" -> hybridPowers(p);
                    case "second-law" -> secondLaw(p);
                    case "gibbs-equilibrium" -> Answer.exact(at(p).numbers("gibbs"));
                    case "liouvillian-dimensions" -> dimensions(p);
                    default -> null;
                });
    }

    private Evaluation at(Parameters p) {
        Map<String, Double> values = new LinkedHashMap<>(p.numbers(NUMBERS));
        if (p.has("ba")) values.put("ea", Math.exp(-p.number("ba")));
        if (p.has("N")) values.put("N", p.number("N"));
        return model.set(values);
    }

    /** Truncated ladder matrices are part of the definition of these kinds. */
    private static ExactOptions options(Parameters p) {
        return ExactOptions.none().cutOff("cavity", p.integer("Mfock")).truncationIsMeant();
    }

    private Evaluation frozen(Parameters p) {
        return at(p).exact(options(p).freeze("mirror", 0, 0));
    }

    private Evaluation moving(Parameters p) {
        return at(p).exact(options(p));
    }

    private static Answer series(Evaluation at, List<String> quantities, Parameters p) {
        return Answer.rows(at.measure(measurements(at, quantities, new Measure.Series(p.list("times")))));
    }

    private static List<Measurement> measurements(Evaluation at, List<String> quantities, Measure measure) {
        return quantities.stream()
                .map(q -> new Measurement(q, QuantityText.parse(at.model(), q), measure))
                .toList();
    }

    private Answer deviation(Parameters p) {
        Measure time = new Measure.AtTime(p.number("t"));
        Estimate exact = frozen(p).measure("s_z", time);
        Estimate mean = at(p).measure("s_z", time);
        return Answer.of(new Estimate(Math.abs(exact.value() - mean.value()), exact.error() + mean.error()));
    }

    private Answer hybridPowers(Parameters p) {
        Evaluation at = moving(p);
        List<String> powers = List.of("I_las", "I_at", "I_cav", "J_cav", "P_mir");
        List<Estimate> flat = new ArrayList<>();
        at.measure(measurements(at, powers, new Measure.AtTime(p.number("t")))).forEach(flat::addAll);
        return Answer.list(flat);
    }

    private Answer secondLaw(Parameters p) {
        Evaluation at = at(p);
        ExactSystem system = at.exactSystem(options(p).freeze("mirror", 0, 0));
        String excitations = "ba/2*(S.z + N)/2 + bc/2*cavity.n";
        DensityMatrix start = new StartStates(system)
                .exponential(at.model()
                        .operator(excitations
                                .replace("ba", Double.toString(p.number("ba")))
                                .replace("bc", Double.toString(p.number("bc")))));
        List<String> quantities = List.of(
                "I_las",
                "I_at",
                "I_cav",
                "J_at",
                "J_cav",
                "entropy()",
                "entropy_rate()",
                "entropy_rate() + " + p.number("ba") / p.number("wat")
                        + "*N*(quantity(\"J_at\") + quantity(\"J_cav\"))");
        List<Measurement> all = measurements(at, quantities, new Measure.Series(p.list("times")));
        return Answer.rows(at.measureFrom(system, start, all));
    }

    private static Answer dimensions(Parameters p) {
        double n = p.number("N");
        double m = p.number("Mfock");
        double invariant = (n + 1) * (n + 2) * (n + 3) / 6;
        double dicke = (n + 1) * m;
        return Answer.exact(new double[] {
            Math.pow(2, n) * m, dicke, Math.pow(4, n) * m * m, dicke * dicke, invariant * m * m, invariant
        });
    }

    private Liouvillian liouvillian(Parameters p) {
        return Liouvillian.of(at(p).exactSystem(options(p).freeze("mirror", 0, 0)));
    }

    /** The eigenvalues of largest real part, at least so many of each parity. */
    private static List<Eigenvalue> leading(Liouvillian l, int count) {
        List<Eigenvalue> found = new ArrayList<>();
        for (Parity parity : l.parities()) found.addAll(l.leading(count, parity, RESIDUAL));
        found.sort(Comparator.comparingDouble((Eigenvalue v) -> -v.re()).thenComparingDouble(Eigenvalue::im));
        return found;
    }

    private Answer gap(Parameters p) {
        return leading(liouvillian(p), 4).stream()
                .filter(v -> Math.hypot(v.re(), v.im()) > ZERO)
                .findFirst()
                .map(v -> Answer.of(new Estimate(-v.re(), v.residual())))
                .orElseThrow();
    }

    private Answer spectrum(Parameters p) {
        int k = p.integer("k");
        List<Eigenvalue> upper = leading(liouvillian(p), 2 * k).stream()
                .filter(v -> v.im() > -ZERO)
                .limit(k)
                .toList();
        return Answer.rows(List.of(
                upper.stream().map(v -> new Estimate(v.re(), v.residual())).toList(),
                upper.stream().map(v -> new Estimate(v.im(), v.residual())).toList()));
    }
}
