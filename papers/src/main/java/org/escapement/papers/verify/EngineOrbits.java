package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of the optomechanical engine that concern the mean field with the classical mirror. */
final class EngineOrbits implements Adapter {

    private static final List<String> NUMBERS =
            List.of("Omega", "g", "kappa", "nu", "Delta", "delta0", "GL", "Gam", "bc", "lam", "wat", "wcav");
    private static final List<String> STATE =
            List.of("<S.x>/N", "<S.y>/N", "<S.z>/N", "alpha_re", "alpha_im", "position", "velocity");
    private static final List<String> POWERS = List.of("I_las", "I_at", "I_cav", "J_at", "J_cav", "P_mir");

    private final Evaluation model = Evaluation.of(new Paper("optomech-engine").model("model.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return switch (kind) {
            case "mean-field" -> Optional.of(meanField(p));
            case "q-invariant" ->
                Optional.of(Answer.list(at(p).series("invariant", new Measure.Series(p.list("times")))));
            case "chi-angle" -> Optional.of(Answer.of(at(p).measure("chi", new Measure.AtTime(p.number("t")))));
            case "window-average" -> Optional.of(Answer.list(averages(p, List.of("power_unit", "photons"))));
            case "engine-average" -> Optional.of(engine(p));
            case "stationary-state" -> Optional.of(stationary(p));
            default -> Optional.empty();
        };
    }

    private Evaluation at(Parameters p) {
        Evaluation at = model.set(p.numbers(NUMBERS));
        if (p.has("ba")) at = at.set("ea", Math.exp(-p.number("ba")));
        if (!p.has("initial") || p.isText("initial")) return at;
        return at.startAt(
                p.list("initial").stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Measurement measurement(Evaluation at, String quantity, Measure measure) {
        return new Measurement(quantity, QuantityText.parse(at.model(), quantity), measure);
    }

    private Answer meanField(Parameters p) {
        Evaluation at = at(p);
        Measure times = new Measure.Series(p.list("times"));
        return Answer.rows(
                at.measure(STATE.stream().map(q -> measurement(at, q, times)).toList()));
    }

    private List<Estimate> averages(Parameters p, List<String> quantities) {
        Evaluation at = at(p);
        Measure window = new Measure.Average(p.number("t1"), p.number("t2"));
        List<Estimate> all = new ArrayList<>();
        at.measure(quantities.stream().map(q -> measurement(at, q, window)).toList())
                .forEach(all::addAll);
        return all;
    }

    /** Average powers, and the efficiency from the work on the mirror and from the loss by friction. */
    private Answer engine(Parameters p) {
        List<String> asked = new ArrayList<>(POWERS);
        asked.add("Gam*wcav*lam*power_unit");
        List<Estimate> all = averages(p, asked);
        double heat = all.get(3).value() + all.get(4).value();
        List<Estimate> numbers = new ArrayList<>(all.subList(0, POWERS.size()));
        for (Estimate work : List.of(all.get(5), all.get(6))) {
            double eta = work.value() / (work.value() + heat);
            numbers.add(new Estimate(eta, eta * (work.error() / Math.abs(work.value()))));
        }
        return Answer.list(numbers);
    }

    private Answer stationary(Parameters p) {
        String form = switch (p.text("branch")) {
            case "A-" -> "stationary_A_attracting";
            case "A+" -> "stationary_A_repelling";
            case "B1" -> "stationary_B1";
            default -> "stationary_B2";
        };
        return Answer.exact(at(p).numbers(form));
    }
}
