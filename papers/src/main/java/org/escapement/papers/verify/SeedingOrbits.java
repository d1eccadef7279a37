package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of the seeding paper that concern the mean field of n crystals. */
final class SeedingOrbits implements Adapter {

    private final Map<Integer, Evaluation> networks = new ConcurrentHashMap<>();

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return switch (kind) {
            case "mean-field" -> Optional.of(meanField(p));
            case "critical-coupling" -> Optional.of(criticalCoupling(p));
            case "fixed-point" -> Optional.of(fixedPoint(p));
            case "winding-rates" -> Optional.of(Answer.list(windingRates(p)));
            case "frequency-mismatch" -> Optional.of(mismatch(p));
            case "crossing-frequencies" -> Optional.of(crossings(p));
            case "late-range" -> Optional.of(lateRange(p));
            default -> Optional.empty();
        };
    }

    private Evaluation network(int crystals) {
        return networks.computeIfAbsent(
                crystals, n -> Evaluation.of(new Paper("seeding").model("network.yaml", Map.of("n", n))));
    }

    /** The network with an entry's drives, sizes, coupling and start. */
    private Evaluation at(Parameters p) {
        List<Double> drives = p.list("Omega");
        Map<String, Double> set = new LinkedHashMap<>();
        for (int a = 1; a <= drives.size(); a++) {
            set.put("Omega" + a, drives.get(a - 1));
            if (p.has("weights"))
                set.put("w" + a, drives.size() * p.list("weights").get(a - 1));
        }
        set.put("kappa", p.number("kappa"));
        boolean coherent = p.text("coupling").equals("coherent");
        double coupling = p.has("Gamma") ? p.number("Gamma") : 0;
        set.put("Gamma", coherent ? 0 : coupling);
        set.put("Gc", coherent ? coupling : 0);
        if (!p.text("normalisation").equals("total")) {
            throw new IllegalArgumentException("the coupling is normalised by the total spin here");
        }
        Evaluation at = network(drives.size()).set(set);
        return p.has("initial") ? at.start(p.text("initial")) : at;
    }

    private static List<List<Estimate>> measure(Evaluation at, int crystals, String quantity, Measure measure) {
        List<Measurement> all = new ArrayList<>();
        for (int a = 1; a <= crystals; a++) {
            String text = quantity.replace("$a", String.valueOf(a));
            all.add(new Measurement(text, QuantityText.parse(at.model(), text), measure));
        }
        return at.measure(all);
    }

    private Answer meanField(Parameters p) {
        String quantity = "m" + p.text("component") + "$a";
        return Answer.rows(measure(at(p), p.list("Omega").size(), quantity, new Measure.Series(p.list("times"))));
    }

    private Answer criticalCoupling(Parameters p) {
        boolean coherent = p.text("coupling").equals("coherent");
        return Answer.exact(at(p).number(coherent ? "critical_coupling_coherent" : "critical_coupling"));
    }

    private Answer fixedPoint(Parameters p) {
        Evaluation at = at(p);
        int crystals = p.list("Omega").size();
        List<Estimate> numbers = new ArrayList<>();
        for (int a = 1; a <= crystals; a++) {
            for (double m : at.numbers("unbroken" + a)) numbers.add(new Estimate(m, 0));
        }
        return new Answer(List.of(crystals, 3), numbers);
    }

    private List<Estimate> windingRates(Parameters p) {
        List<Double> w = p.list("window");
        List<Estimate> rates = new ArrayList<>();
        measure(at(p), p.list("Omega").size(), "phase$a", new Measure.Rate(w.get(0), w.get(1)))
                .forEach(r -> rates.add(new Estimate(
                        Math.abs(r.getFirst().value()), r.getFirst().error())));
        return rates;
    }

    private Answer mismatch(Parameters p) {
        List<Estimate> rates = windingRates(p);
        Estimate a = rates.get(0);
        Estimate b = rates.get(1);
        return Answer.of(new Estimate(Math.abs(a.value() - b.value()), a.error() + b.error()));
    }

    private Answer crossings(Parameters p) {
        List<Double> w = p.list("window");
        Measure measure = new Measure.CrossingFrequency(w.get(0), w.get(1), p.number("hysteresis"));
        List<Estimate> frequencies = new ArrayList<>();
        measure(at(p), p.list("Omega").size(), "mz$a", measure).forEach(frequencies::addAll);
        return Answer.list(frequencies);
    }

    private Answer lateRange(Parameters p) {
        List<Double> w = p.list("window");
        String quantity = "mz" + p.integer("ensemble");
        return Answer.list(List.of(
                at(p).measure(quantity, new Measure.Extremum(w.get(0), w.get(1), false, false)),
                at(p).measure(quantity, new Measure.Extremum(w.get(0), w.get(1), true, false))));
    }
}
