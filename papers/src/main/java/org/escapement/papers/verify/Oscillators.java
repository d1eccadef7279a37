package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.escapement.dynamics.response.AllOrders;
import org.escapement.dynamics.response.Estimated;
import org.escapement.dynamics.response.FiniteBaths;
import org.escapement.dynamics.response.FloquetSpectrum;
import org.escapement.dynamics.response.Flows;
import org.escapement.dynamics.response.NetworkResponse;
import org.escapement.dynamics.response.NormalModes;
import org.escapement.dynamics.response.Precision;
import org.escapement.dynamics.response.Resonances;
import org.escapement.dynamics.response.SecondOrder;
import org.escapement.dynamics.response.StaticState;
import org.escapement.dynamics.response.Thresholds;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkModel;
import org.escapement.model.network.SpectralDensity;
import org.escapement.numerics.linear.Complex;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;

/** Acceptance kinds of the two oscillators between a static and a modulated bath. */
final class Oscillators implements Adapter {

    private static final int A = 0;
    private static final int B = 1;
    private static final int STATIC = 0;
    private static final int MODULATED = 1;
    private static final List<String> NUMBERS =
            List.of("wA", "wB", "gamma2", "wc2", "gamma1", "wc", "T1", "T2", "phi", "r", "Omega");

    private final NetworkModel model = new Paper("tur-oscillators").network("model.yaml");

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "response-matrix" -> matrix(p);
                    case "response-peak" -> peak(p);
                    case "response-poles" -> poles(p);
                    case "equilibrium-covariance" -> covariance(p);
                    case "response-time" -> response(p);
                    case "position-correlation" -> correlation(p);
                    case "power-in-period" -> power(p);
                    case "mean-flows" -> flows(p);
                    case "power-fluctuations" -> fluctuations(p);
                    case "power-derivative" -> slope(p);
                    case "adiabatic-coefficients" -> list(List.of(order(p).adiabaticCoefficients(A, B)));
                    case "diabatic-coefficients" -> list(List.of(order(p).diabaticCoefficients(A, B)));
                    case "synchronisation-and-precision" -> synchronisation(p);
                    case "bound-crossing" -> crossing(p, "bound");
                    case "power-zero" -> crossing(p, "zero");
                    case "generalised-bound-crossing" -> crossing(p, "generalised");
                    case "work-efficiency" -> efficiency(p);
                    case "n-oscillator-powers" -> several(p);
                    case "all-orders-flows" -> allOrders(p);
                    case "floquet-growth-rate" ->
                        Answer.of(estimate(FloquetSpectrum.of(network(p)).growthRate()));
                    case "finite-bath" -> finite(p);
                    default -> null;
                });
    }

    private HarmonicNetwork network(Parameters p) {
        return model.at(p.numbers(NUMBERS));
    }

    private DoubleFunction<HarmonicNetwork> family(Parameters p) {
        Map<String, Double> values = new HashMap<>(p.numbers(NUMBERS));
        return omega -> {
            Map<String, Double> at = new HashMap<>(values);
            at.put("Omega", omega);
            return model.at(at);
        };
    }

    private SecondOrder order(Parameters p) {
        return SecondOrder.of(network(p));
    }

    private StaticState state(Parameters p) {
        return StaticState.of(network(p));
    }

    private static Estimate estimate(Estimated e) {
        return new Estimate(e.value(), e.error());
    }

    private static Answer list(List<Estimated> numbers) {
        return Answer.list(numbers.stream().map(Oscillators::estimate).toList());
    }

    private static Answer rows(List<List<Estimated>> rows) {
        List<Estimate> all = new ArrayList<>();
        rows.forEach(row -> row.forEach(e -> all.add(estimate(e))));
        return new Answer(List.of(rows.size(), rows.getFirst().size()), all);
    }

    private Answer matrix(Parameters p) {
        Complex[][] chi = NetworkResponse.of(network(p)).susceptibility(p.number("w"));
        return Answer.exact(new double[] {
            chi[A][A].re(), chi[A][A].im(), chi[B][B].re(), chi[B][B].im(), chi[A][B].re(), chi[A][B].im()
        });
    }

    private Answer peak(Parameters p) {
        List<Double> search = p.list("search");
        NormalModes.Peak peak = NormalModes.peak(NetworkResponse.of(network(p)), search.get(0), search.get(1));
        return list(List.of(peak.frequency(), peak.height()));
    }

    private Answer poles(Parameters p) {
        List<List<Estimated>> rows = new ArrayList<>();
        for (Complex z : NormalModes.sorted(Resonances.of(NetworkResponse.of(network(p))))) {
            rows.add(List.of(new Estimated(z.re(), 0), new Estimated(z.im(), 0)));
        }
        return rows(rows);
    }

    private Answer covariance(Parameters p) {
        StaticState state = state(p);
        return list(List.of(
                state.covariance(A, A),
                state.covariance(B, B),
                state.covariance(A, B),
                state.pearson(A, B),
                state.regression(A, B)));
    }

    private Answer response(Parameters p) {
        Resonances r = Resonances.of(NetworkResponse.of(network(p)));
        List<List<Estimated>> rows = new ArrayList<>();
        for (double t : p.list("times")) {
            rows.add(List.of(new Estimated(r.inTime(A, A, t), 0), new Estimated(r.inTime(A, B, t), 0)));
        }
        return rows(rows);
    }

    private Answer correlation(Parameters p) {
        StaticState state = state(p);
        List<List<Estimated>> rows = new ArrayList<>();
        for (double t : p.list("times")) rows.add(List.of(state.correlation(A, A, t), state.correlation(A, B, t)));
        return rows(rows);
    }

    private Answer power(Parameters p) {
        SecondOrder order = order(p);
        double period = 2 * Math.PI / p.number("Omega");
        List<List<Estimated>> rows = new ArrayList<>();
        for (double part : p.list("t_over_period")) {
            rows.add(List.of(order.power(A, part * period), order.power(B, part * period)));
        }
        return rows(rows);
    }

    private Answer flows(Parameters p) {
        Flows f = order(p).flows();
        return list(List.of(
                f.powers().get(A),
                f.powers().get(B),
                f.power(),
                f.modulatedHeats().getFirst(),
                f.staticHeat()));
    }

    private Answer fluctuations(Parameters p) {
        Precision precision = order(p).precision();
        return list(List.of(
                precision.fluctuations().get(A),
                precision.fluctuations().get(B),
                precision.totalFluctuation(),
                precision.ratio(A),
                precision.ratio(B),
                precision.totalRatio()));
    }

    private Answer slope(Parameters p) {
        SecondOrder order = order(p);
        Estimated slope = order.powerSlope(A);
        return list(List.of(
                slope,
                Precision.generalisedBound(
                        p.number("Omega"), order.flows().powers().get(A), slope)));
    }

    private Answer synchronisation(Parameters p) {
        SecondOrder order = order(p);
        return list(
                List.of(order.state().pearson(A, B), order.precision().ratio(A).half()));
    }

    private Answer crossing(Parameters p, String what) {
        Thresholds thresholds = new Thresholds(family(p));
        double from = p.list("bracket").get(0);
        double to = p.list("bracket").get(1);
        return Answer.of(estimate(
                switch (what) {
                    case "bound" -> thresholds.boundCrossing(A, from, to);
                    case "zero" -> thresholds.powerZero(A, from, to);
                    default -> thresholds.generalisedBoundCrossing(A, from, to);
                }));
    }

    private Answer efficiency(Parameters p) {
        return Answer.of(estimate(order(p).flows().efficiency(A, B)));
    }

    private Answer allOrders(Parameters p) {
        AllOrders.Settled exact =
                AllOrders.of(network(p)).flowsAndFluctuations().settled();
        return list(List.of(
                exact.flows().powers().get(A),
                exact.flows().powers().get(B),
                exact.flows().modulatedHeats().getFirst(),
                exact.fluctuations().get(A),
                exact.fluctuations().get(B),
                exact.totalFluctuation().orElseThrow(),
                exact.ratio(A)));
    }

    private Answer finite(Parameters p) {
        double[] edges = p.list("edges").stream().mapToDouble(x -> x).toArray();
        FiniteBaths.Averages averages =
                FiniteBaths.of(network(p), edges).run(p.integer("periods"), p.integer("average"));
        return list(List.of(
                averages.powers().get(A),
                averages.powers().get(B),
                averages.heats().get(MODULATED),
                averages.heats().get(STATIC)));
    }

    /** Any number of oscillators, named by their position. */
    private static Answer several(Parameters p) {
        List<Double> frequencies = p.list("frequencies");
        HarmonicNetwork.Builder builder =
                HarmonicNetwork.named("several oscillators").drivenAt(p.number("Omega"));
        Map<String, Coupling> still = new LinkedHashMap<>();
        Map<String, Coupling> driven = new LinkedHashMap<>();
        for (int l = 0; l < frequencies.size(); l++) {
            String name = String.valueOf(l + 1);
            builder.oscillator(name, 1, frequencies.get(l));
            still.put(name, Coupling.constant(p.list("bath2_weights").get(l)));
            driven.put(
                    name,
                    Coupling.cosine(
                            p.list("drive_amplitudes").get(l),
                            p.list("drive_phases").get(l)));
        }
        builder.bath("static", new SpectralDensity.StrictlyOhmic(p.number("gamma2")), p.number("T2"), still);
        builder.bath("modulated", SpectralDensity.drude(p.number("gamma1"), p.number("wc")), p.number("T1"), driven);
        Flows flows = SecondOrder.of(builder.build()).flows();
        List<Estimated> all = new ArrayList<>(flows.powers());
        all.add(flows.staticHeat());
        return list(all);
    }
}
