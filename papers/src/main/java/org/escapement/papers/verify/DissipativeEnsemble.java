package org.escapement.papers.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.observables.Measure;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;

/** Acceptance kinds of one ensemble of the heat engine without the drive, at finite N and in closed form. */
final class DissipativeEnsemble implements Adapter {

    private final Evaluation model = Evaluation.of(new Paper("heat-engine").model("ensemble.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        if (p.has("N") && Double.isInfinite(p.number("N"))) return Optional.empty();
        return Optional.ofNullable(
                switch (kind) {
                    case "single-spin-moments" -> Answer.list(exact(p).stationary(List.of("m_z", "q_z")));
                    case "single-spin-jacobian" -> Answer.exact(at(p).numbers("closure_rates"));
                    case "single-spin-gaps" -> gaps(p);
                    case "single-spin-relaxation" ->
                        Answer.list(exact(p).start("excited").series("m_z", new Measure.Series(p.list("times"))));
                    case "transient-size" -> Answer.exact(transientSize(p));
                    default -> null;
                });
    }

    private Evaluation at(Parameters p) {
        Evaluation at = model.set("b", p.number("betaE"));
        return p.has("Gamma0") ? at.set("Gamma0", p.number("Gamma0")) : at;
    }

    private Evaluation exact(Parameters p) {
        return at(p).set("N", p.number("N")).exact(ExactOptions.none());
    }

    private Answer gaps(Parameters p) {
        ExactSystem system = at(p).set("N", p.number("N")).exactSystem(ExactOptions.none());
        double tolerance = 1e-10 * p.number("Gamma0");
        Liouvillian populations = Liouvillian.of(system);
        Liouvillian coherences = Liouvillian.of(system, system.model().operator("S.plus"));
        return Answer.list(List.of(populations, coherences).stream()
                .map(l -> l.slowest(tolerance))
                .map(v -> new Estimate(-v.re(), v.residual()))
                .toList());
    }

    /** Smallest size at which the stationary inversion leaves that of the ground state. */
    private double transientSize(Parameters p) {
        for (int n = 1; ; n++) {
            Evaluation at = at(p).set(Map.of("N", (double) n)).exact(ExactOptions.none());
            double deviation = at.stationary(List.of("m_z + 1")).getFirst().value();
            if (Math.abs(deviation) > p.number("eps")) return n;
        }
    }
}
