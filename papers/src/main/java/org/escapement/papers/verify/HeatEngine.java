package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.exact.StationaryFluctuations.Estimated;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.information.TwoSpinState;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.thermodynamics.EnergyBalance;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;

/** Acceptance kinds of the heat engine at finite N and in closed form; those at infinite N are answered elsewhere. */
final class HeatEngine implements Adapter {

    /** Constancies close to 1 are differences of powers and variances. */
    private static final double RESIDUAL = 1e-13;

    private final Evaluation model = Evaluation.of(new Paper("heat-engine").model("model.yaml"));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        if (isInfinite(p)) return Optional.empty();
        return Optional.ofNullable(
                switch (kind) {
                    case "carnot-gap" ->
                        Answer.exact(
                                model.set(p.numbers(List.of("E1", "T1", "T2"))).number("carnot_gap"));
                    case "carnot-mean-temperature" -> Answer.exact(carnotTemperature(p));
                    case "holstein-primakoff" -> Answer.exact(bosons(p));
                    case "power" -> Answer.of(stationary(p, "-drive_work()").getFirst());
                    case "heat-currents" -> Answer.list(stationary(p, "heat(\"cold bath\")", "heat(\"hot bath\")"));
                    case "entropy-production" ->
                        Answer.of(stationary(p, "-entropy_flux()").getFirst());
                    case "power-variance" ->
                        Answer.of(fluctuations(p, p.integer("N")).variance());
                    case "constancy" -> Answer.list(constancies(p, 0));
                    case "constancy-excess" -> Answer.list(constancies(p, 1));
                    case "power-exponent" -> Answer.exact(exponent(p));
                    case "power-correlation" -> correlation(p);
                    case "power-gain-log10" -> Answer.list(gains(p));
                    case "large-n-engine" -> large(p);
                    case "two-spin-moments" -> Answer.list(moments(p));
                    case "mutual-information" -> Answer.exact(atoms(p).mutualInformation());
                    case "concurrence" -> Answer.exact(atoms(p).concurrence());
                    case "transient-magnetisation" -> transients(p, List.of("m_z1", "m_z2"));
                    case "transient-power" -> transients(p, List.of("-drive_work()"));
                    case "gap-all-sectors" -> Answer.of(slowest(Liouvillian.everywhere(system(p)), p));
                    case "gap-zero-charge" -> Answer.of(slowest(List.of(Liouvillian.of(system(p))), p));
                    case "gap-charge-one" -> Answer.of(slowest(List.of(chargeOne(p)), p));
                    case "liouville-dimensions" -> Answer.exact(dimensions(p));
                    default -> null;
                });
    }

    private static boolean isInfinite(Parameters p) {
        if (p.has("N") && Double.isInfinite(p.number("N"))) return true;
        return p.has("Ns") && p.list("Ns").stream().anyMatch(n -> Double.isInfinite(n));
    }

    /** The engine at a size; without the scaling, coupling and decay are N times as large and temperatures as small. */
    private Evaluation at(Parameters p, double size) {
        double factor = p.flag("scaled") ? 1 : size;
        Map<String, Double> values = new LinkedHashMap<>(p.numbers(List.of("E1", "E2")));
        values.put("omega0", factor * p.number("omega0"));
        values.put("Gamma0", factor * p.number("Gamma0"));
        values.put("T1", p.number("T1") / factor);
        values.put("T2", p.number("T2") / factor);
        values.put("N", size);
        return model.set(values);
    }

    /** The engine at undivided coupling, decay and temperatures. */
    private Evaluation undivided(Parameters p) {
        return model.set(p.numbers(List.of("omega0", "Gamma0", "E1", "E2", "T1", "T2")));
    }

    private ExactSystem system(Parameters p) {
        return at(p, p.number("N")).exactSystem(ExactOptions.none());
    }

    private double carnotTemperature(Parameters p) {
        double difference = p.number("dT");
        Evaluation at = model.set(p.numbers(List.of("E1", "E2")));
        return at.set(Map.of("T1", difference, "T2", 2 * difference)).number("carnot_mean_temperature");
    }

    private double[] bosons(Parameters p) {
        Evaluation at = undivided(p);
        return new double[] {at.number("bosonic_power"), at.number("bosonic_variance")};
    }

    private List<Estimate> stationary(Parameters p, String... quantities) {
        return at(p, p.number("N")).exact(ExactOptions.none()).stationary(List.of(quantities));
    }

    /** Power and its variance, totals. */
    private record Engine(Estimate power, Estimate variance, double constancy) {}

    private Engine fluctuations(Parameters p, int size) {
        Evaluation at = at(p, size);
        Operator power = new EnergyBalance(at.model()).driveWork().negate();
        try (StationaryFluctuations all = StationaryFluctuations.of(at.exactSystem(ExactOptions.none()), RESIDUAL)) {
            Estimate mean = estimate(all.mean(power));
            Estimate variance = estimate(all.covariance(power, power));
            // 2 P² / (Var σ) with σ = (β1 E1 - β2 E2) P / dE.
            double affinity = (at.number("b1") - at.number("b2")) / size;
            double constancy = 2 * mean.value() * (p.number("E2") - p.number("E1")) / (variance.value() * affinity);
            return new Engine(mean, variance, constancy);
        }
    }

    private static Estimate estimate(Estimated e) {
        return new Estimate(e.value(), e.error());
    }

    private List<Estimate> constancies(Parameters p, double less) {
        List<Estimate> all = new ArrayList<>();
        for (double size : p.list("Ns")) {
            Engine e = fluctuations(p, (int) size);
            double relative = e.power.error() / Math.abs(e.power.value()) + e.variance.error() / e.variance.value();
            all.add(new Estimate(e.constancy - less, relative));
        }
        return all;
    }

    private double totalPower(Parameters p, double size) {
        return at(p, size)
                .exact(ExactOptions.none())
                .stationary(List.of("-drive_work()"))
                .getFirst()
                .value();
    }

    private double exponent(Parameters p) {
        List<Double> sizes = p.list("Ns");
        double[] x = sizes.stream().mapToDouble(Math::log).toArray();
        double[] y = sizes.stream()
                .mapToDouble(n -> Math.log(Math.abs(totalPower(p, n))))
                .toArray();
        double meanX = java.util.Arrays.stream(x).average().orElseThrow();
        double meanY = java.util.Arrays.stream(y).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        return product / square;
    }

    private List<Estimate> gains(Parameters p) {
        double single = undivided(p).number("single_pair_power");
        return p.list("Ns").stream()
                .map(n -> new Estimate(Math.log10(totalPower(p, n) / (n * single)), 0))
                .toList();
    }

    private Answer large(Parameters p) {
        int n = p.integer("N");
        Engine e = fluctuations(p, n);
        return Answer.exact(new double[] {e.power.value() / n, e.variance.value() / n / n, e.constancy});
    }

    private Answer correlation(Parameters p) {
        Evaluation at = at(p, p.number("N")).exact(ExactOptions.none());
        Operator power = new EnergyBalance(at.model()).driveWork();
        ExactSystem system = at.exactSystem(ExactOptions.none());
        try (StationaryFluctuations all = StationaryFluctuations.of(system, RESIDUAL)) {
            double mean = all.mean(power).value();
            DensityMatrix start = all.state().symmetrisedProduct(power);
            List<Estimate> product = at.measureFrom(system, start, measurements(at, List.of("drive_work()"), p))
                    .getFirst();
            return Answer.list(product.stream()
                    .map(c -> new Estimate(c.value() - mean * mean, c.error()))
                    .toList());
        }
    }

    private static List<Measurement> measurements(Evaluation at, List<String> quantities, Parameters p) {
        Measure times = new Measure.Series(p.list("times"));
        return quantities.stream()
                .map(q -> new Measurement(q, QuantityText.parse(at.model(), q), times))
                .toList();
    }

    private Answer transients(Parameters p, List<String> quantities) {
        Evaluation at = at(p, p.number("N")).exact(ExactOptions.none());
        List<Integer> quanta =
                p.list("initial", 2).stream().map(Double::intValue).toList();
        ExactSystem system = at.exactSystem(ExactOptions.none());
        DensityMatrix start = new StartStates(system).numberState(Map.of("cold", quanta.get(0), "hot", quanta.get(1)));
        List<List<Estimate>> columns = at.measureFrom(system, start, measurements(at, quantities, p));
        return columns.size() == 1 ? Answer.list(columns.getFirst()) : Answer.rows(columns);
    }

    private List<Estimate> moments(Parameters p) {
        return stationary(p, "m_z1", "m_z2", "q_1", "q_2", "correlation_zz", "correlation_yx");
    }

    /** One atom of each ensemble. */
    private TwoSpinState atoms(Parameters p) {
        DensityMatrix state = ExactLevel.steady(system(p)).state();
        List<SpinEnsemble> both = model.model().ensembles();
        return TwoSpinTomography.between(both.get(0), both.get(1), state::expectation);
    }

    private Liouvillian chargeOne(Parameters p) {
        ExactSystem system = system(p);
        return Liouvillian.of(system, system.model().operator("cold.plus"));
    }

    /** Smallest decay rate but that of the stationary state. */
    private static Estimate slowest(List<Liouvillian> all, Parameters p) {
        return all.stream()
                .map(l -> l.slowest(1e-10 * p.number("Gamma0")))
                .map(v -> new Estimate(-v.re(), v.residual()))
                .min(java.util.Comparator.comparingDouble(Estimate::value))
                .orElseThrow();
    }

    private double[] dimensions(Parameters p) {
        Evaluation at = model.set("N", p.number("N"));
        ExactSystem system = at.exactSystem(ExactOptions.none());
        Liouvillian zero = Liouvillian.of(system);
        double states = system.dimension();
        return new double[] {
            states * states, zero.size(), zero.dimension(Liouvillian.Parity.EVEN), system.largestSector()
        };
    }
}
