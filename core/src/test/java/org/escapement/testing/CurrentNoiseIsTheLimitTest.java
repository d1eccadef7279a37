package org.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.fluctuation.CurrentNoise;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.StationaryCovariance;
import org.escapement.model.JumpOperator;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Accuracy;
import org.escapement.observables.fluctuations.AttractingState;
import org.escapement.observables.nonlinear.FlowFamily;
import org.junit.jupiter.api.Test;

/** The noise of heat and work in the fluctuations is that of exact counting at growing N. */
class CurrentNoiseIsTheLimitTest {

    private static final String INDIVIDUAL = """
            model: individual decay
            parameters: {O: 0.4, D: 0.4, gamma: 1.3, p: 0.2, kappa: 0.8, n: 0.3, nu: 1.5}
            spins: {A: {atoms: N, as: sums}}
            baths: {a: {}, b: {}}
            hamiltonian:
              drive: O*(A.plus + A.minus)
              atoms: -D*A.z/2
            jumps:
              decay: {operator: A.minus, rate: gamma, bath: a, quantum: nu, scope: individual}
              heating: {operator: A.plus, rate: gamma*n, bath: a, quantum: -nu, scope: individual}
              superradiance: {operator: A.minus, rate: kappa/N, bath: b, quantum: nu}
            states: {s: {A: [0, 0, -1]}}
            """;

    private static final String BETWEEN = """
            model: one crystal between two baths
            parameters: {O: 0.5, D: 0.3, na: 0.1, nb: 0.6, nu: 1.5}
            spins: {A: {atoms: N, as: sigma/2}}
            baths: {a: {}, b: {}}
            hamiltonian:
              drive: O*A.x
              atoms: D*A.z
            jumps:
              loss a: {operator: A.minus, rate: (1 + na)/N, bath: a, quantum: nu}
              gain a: {operator: A.plus, rate: na/N, bath: a, quantum: -nu}
              loss b: {operator: A.minus, rate: 0.5*(1 + nb)/N, bath: b, quantum: nu}
              gain b: {operator: A.plus, rate: 0.5*nb/N, bath: b, quantum: -nu}
            states: {s: {A: [0, 0, -1]}}
            """;

    private static ToDoubleFunction<JumpOperator> quanta(String bath, double nu) {
        return j -> !bath.isEmpty() && !j.bath().equals(bath)
                ? 0
                : j.name().matches("loss.*|decay|superradiance") ? -nu : nu;
    }

    private static void check(
            OpenSystem model, Map<String, Double> values, double nu, List<String> baths, int... sizes) {
        FluctuationPoint point =
                FluctuationProgram.of(FluctuationEquations.derive(model)).at(ParameterValues.of(model, values));
        CurrentNoise noise = noise(model, point);
        List<ToDoubleFunction<JumpOperator>> counters =
                baths.stream().map(bath -> quanta(bath, nu)).toList();
        List<double[]> exact = new ArrayList<>();
        for (int size : sizes) exact.add(exact(model, values, counters, size));
        for (int k = 0; k < baths.size(); k++) {
            String bath = baths.get(k);
            double variance = noise.variance(counters.get(k));
            ToDoubleFunction<JumpOperator> own =
                    bath.isEmpty() ? CurrentNoise.heat(point) : CurrentNoise.heat(point, bath);
            assertEquals(variance, noise.variance(own), 1e-12);
            assertEquals(variance, noise.covariance(counters.get(k), own), 1e-12);
            int counter = k;
            List<Double> apart = exact.stream()
                    .map(found -> Math.abs(found[counter] - variance))
                    .toList();
            double ratio = apart.get(apart.size() - 2) / apart.getLast();
            assertTrue(ratio > 1.6 && ratio < 2.6, "halved by doubling N: " + apart + " of " + variance);
            assertTrue(apart.getLast() < 0.2 * variance, "small: " + apart);
        }
    }

    private static CurrentNoise noise(OpenSystem model, FluctuationPoint point) {
        double[] start = point.equations()
                .means()
                .start(model.states().values().iterator().next(), point.values());
        FlowFamily flow = FlowFamily.of(point.equations().means());
        double[] rest = AttractingState.of(flow, point, start, Accuracy.fine());
        return CurrentNoise.of(point, StationaryCovariance.at(point, rest));
    }

    /** Growth of the variances per N. */
    private static double[] exact(
            OpenSystem model, Map<String, Double> values, List<ToDoubleFunction<JumpOperator>> counters, int size) {
        Map<String, Double> all = new TreeMap<>(values);
        all.put("N", (double) size);
        ExactSystem system = ExactSystem.of(model, ParameterValues.of(model, all), ExactOptions.none());
        try (StationaryFluctuations exact = StationaryFluctuations.of(system, 1e-10)) {
            return counters.stream()
                    .mapToDouble(c -> exact.cumulants(c, 2).get(1).value() / size)
                    .toArray();
        }
    }

    @Test
    void forOneCrystalBetweenTwoBaths() {
        check(ModelReader.read(BETWEEN, "between.yaml"), Map.of(), 1.5, List.of("a", "b", ""), 12, 24, 48);
    }

    @Test
    void ofTwoCrystalsWithBathsOfUnequalTemperatureComesNear() throws IOException {
        OpenSystem model =
                ModelReader.read(Files.readString(Path.of("../papers/coupled-btc/model.yaml")), "coupled-btc");
        Map<String, Double> values = Map.of(
                "J", 0.5, "Jz", 1.1, "Omega1", 0.5, "Omega2", 0.3, "delta", 0.2, "n1", 0.2, "n2", 0.4, "nu", 1.5);
        FluctuationPoint point =
                FluctuationProgram.of(FluctuationEquations.derive(model)).at(ParameterValues.of(model, values));
        CurrentNoise noise = noise(model, point);
        // The work's noise is that of both heats together: correlated baths, not the sum of their variances.
        double both = noise.variance(CurrentNoise.heat(point));
        double sum =
                noise.variance(CurrentNoise.heat(point, "bath A")) + noise.variance(CurrentNoise.heat(point, "bath B"));
        double across = noise.covariance(CurrentNoise.heat(point, "bath A"), CurrentNoise.heat(point, "bath B"));
        assertEquals(both, sum + 2 * across, 1e-12);
        assertEquals(0.508082, both, 1e-6);
        double six = exact(model, values, List.of(CurrentNoise.heat(point)), 6)[0];
        double ten = exact(model, values, List.of(CurrentNoise.heat(point)), 10)[0];
        assertTrue(Math.abs(ten - both) < 0.6 * Math.abs(six - both), six + " and " + ten + " near " + both);
        assertEquals(both, ten, 0.05 * both);
    }

    @Test
    void forAtomsThatDecayOneByOneAndTogether() {
        check(ModelReader.read(INDIVIDUAL, "individual.yaml"), Map.of(), 1.5, List.of("a", "b", ""), 8, 16, 32);
    }
}
