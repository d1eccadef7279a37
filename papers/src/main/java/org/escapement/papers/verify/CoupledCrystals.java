package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.dynamics.collision.CollisionLedger;
import org.escapement.dynamics.collision.CollisionModel;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.expression.Expression;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of the coupled time crystals. */
final class CoupledCrystals implements Adapter {

    static final List<String> NUMBERS =
            List.of("J", "Jz", "Omega1", "Omega2", "kappa", "delta", "n1", "n2", "nu", "omega_at", "omega_las");
    private static final List<String> MEANS = List.of("<A.x>/N", "<A.y>/N", "<A.z>/N", "<B.x>/N", "<B.y>/N", "<B.z>/N");

    private static final List<String> FIRST_LAW =
            List.of("work() + heat()", "heat(\"bath A\")", "heat(\"bath B\")", "drive_work()", "switching_work()");
    private static final List<String> ENTROPY = List.of("entropy_rate() - entropy_flux()", "entropy()");

    private final Evaluation model = Evaluation.of(new Paper("coupled-btc").model("model.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        Evaluation at = start(model.set(p.numbers(NUMBERS)), p);
        return Optional.ofNullable(
                switch (kind) {
                    case "mean-field" -> series(at, MEANS, p);
                    case "fixed-point" -> Answer.exact(at.numbers("stationary" + setup(p)));
                    case "fixed-point-work" -> Answer.exact(at.number("stationary_work" + setup(p)));
                    case "crystal-edge" -> Answer.exact(at.number("crystal_edge"));
                    case "critical-coupling" -> Answer.exact(at.number("critical_coupling"));
                    case "conserved-gamma" -> list(at, "gamma", p);
                    case "work-average" -> Answer.of(at.measure("dissipated_work", average(p)));
                    case "stored-energy" -> list(at, energy(p), p);
                    case "stored-energy-average" -> Answer.of(at.measure(energy(p), average(p)));
                    case "efficiency" -> list(at, efficiency(p), p);
                    case "efficiency-peak" -> Answer.of(at.measure(efficiency(p), peak(p, false)));
                    case "efficiency-peak-time" -> Answer.of(at.measure(efficiency(p), peak(p, true)));
                    case "winding-numbers" -> winding(at, p);
                    case "dominant-frequency" -> Answer.of(at.measure("m_z2", spectralPeak(p)));
                    case "basin-fraction" -> basin(at, p);
                    case "multistability-variance" -> variance(at, p);
                    case "exact-magnetisation" -> series(exact(at, p), MEANS, p);
                    case "exact-first-law" -> series(exact(at, p), FIRST_LAW, p);
                    case "exact-entropy-production" -> series(exact(at, p), ENTROPY, p);
                    case "collision-model" -> collisions(at, p);
                    case "exact-steady-state" ->
                        Answer.list(exact(at, p)
                                .stationary(Stream.concat(
                                                MEANS.stream(),
                                                FIRST_LAW.stream().skip(1))
                                        .toList()));
                    default -> null;
                });
    }

    private static Evaluation exact(Evaluation at, Parameters p) {
        return at.set("N", p.number("N")).exact(ExactOptions.none());
    }

    private static Answer collisions(Evaluation at, Parameters p) {
        ExactSystem system = at.set("N", p.number("N")).exactSystem(ExactOptions.none());
        DensityMatrix ground = new StartStates(system).of(at.model().states().get("ground"));
        CollisionModel model = new CollisionModel(system, ground, p.number("dt"), p.integer("nf"));
        CollisionLedger ledger = model.run(p.integer("steps"));
        return Answer.exact(new double[] {
            ledger.energy(),
            ledger.heat().get("bath A"),
            ledger.heat().get("bath B"),
            ledger.driveWork(),
            ledger.switchingWork(),
            ledger.entropyProduction(),
            model.expectation(at.model().operator("A.z")),
            model.expectation(at.model().operator("B.z"))
        });
    }

    private static Evaluation start(Evaluation at, Parameters p) {
        if (p.has("initial_phases")) return phases(at, p.list("initial_phases", 2));
        if (!p.has("initial") || p.isText("initial")) return at;
        return at.startAt(
                p.list("initial").stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Evaluation phases(Evaluation at, List<Double> phases) {
        return at.set(Map.of("phi_A", phases.get(0), "phi_B", phases.get(1))).start("phases");
    }

    private static String setup(Parameters p) {
        return p.number("Omega1") == p.number("Omega2") ? "_both_driven" : "_one_driven";
    }

    /** Both ensembles store energy in the first setup, the battery alone in the second. */
    private static String energy(Parameters p) {
        List<Double> ensembles = p.list("ensembles");
        if (ensembles.size() == 2) return "stored_energy";
        return ensembles.getFirst() == 1 ? "battery_energy" : "charger_energy";
    }

    private static String efficiency(Parameters p) {
        return energy(p).equals("stored_energy") ? "efficiency" : energy(p) + "/quantity(\"work_supplied\")";
    }

    private static Measure average(Parameters p) {
        List<Double> w = p.window("window");
        return new Measure.Average(w.get(0), w.get(1));
    }

    private static Measure peak(Parameters p, boolean time) {
        List<Double> w = p.window("window");
        return new Measure.Extremum(w.get(0), w.get(1), true, time);
    }

    private static Measure spectralPeak(Parameters p) {
        List<Double> w = p.window("window");
        return new Measure.SpectralPeak(w.get(0), w.get(1), p.number("dt"));
    }

    private static Answer list(Evaluation at, String quantity, Parameters p) {
        return Answer.list(at.series(quantity, new Measure.Series(p.list("times"))));
    }

    private static Answer series(Evaluation at, List<String> quantities, Parameters p) {
        Measure times = new Measure.Series(p.list("times"));
        List<Measurement> all = quantities.stream()
                .map(q -> new Measurement(q, quantity(at, q), times))
                .toList();
        return Answer.rows(at.measure(all));
    }

    private static Expression quantity(Evaluation at, String text) {
        return QuantityText.parse(at.model(), text);
    }

    private static Answer winding(Evaluation at, Parameters p) {
        List<Double> w = p.window("window");
        Measure rate = new Measure.Rate(w.get(0), w.get(1));
        List<Measurement> all = List.of(
                new Measurement("f1", quantity(at, "phase_A/(2*pi)"), rate),
                new Measurement("f2", quantity(at, "phase_B/(2*pi)"), rate));
        List<Estimate> flat = new ArrayList<>();
        at.measure(all).forEach(flat::addAll);
        return Answer.list(flat);
    }

    /** Measures one number from every start on a grid of phases. */
    private static List<Double> overGrid(Evaluation at, Parameters p, String quantity, Measure measure) {
        int grid = p.integer("grid");
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < grid; i++) {
            for (int j = 0; j < grid; j++) {
                List<Double> start = List.of(2 * Math.PI * (i + 0.5) / grid, 2 * Math.PI * (j + 0.5) / grid);
                values.add(phases(at, start).measure(quantity, measure).value());
            }
        }
        return values;
    }

    private static Answer basin(Evaluation at, Parameters p) {
        List<Double> w = p.window("window");
        List<Double> ranges = overGrid(at, p, "m_z2", new Measure.Range(w.get(0), w.get(1)));
        long settled = ranges.stream().filter(r -> r < p.number("threshold")).count();
        return Answer.exact(settled / (double) ranges.size());
    }

    private static Answer variance(Evaluation at, Parameters p) {
        List<Double> averages = overGrid(at, p, "m_z2", average(p));
        double mean = averages.stream().mapToDouble(x -> x).average().orElseThrow();
        return Answer.exact(averages.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }
}
