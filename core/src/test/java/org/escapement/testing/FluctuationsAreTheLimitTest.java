package org.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.InitialState;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;
import org.junit.jupiter.api.Test;

/** Exact covariances and N times the distance of exact means reach their limits at the rate 1/N. */
class FluctuationsAreTheLimitTest {

    private static final double TIME = 1;

    @Test
    void forTwoDetunedEnsemblesOfDifferentSizes() {
        check("""
                model: asymmetric
                parameters: {J: 0.8, Jz: 0.3, Oa: 1.4, Ob: 0.6, da: 0.5, db: -0.3, kappa: 1, n: 0.3}
                spins: {A: {atoms: N, as: sigma/sqrt2}, B: {atoms: 2*N, as: sigma/2}}
                hamiltonian:
                  exchange: J/N*(A.x*B.x + A.y*B.y) + Jz/N*A.z*B.z
                  fields: Oa*A.x + Ob*B.x + da*A.z + db*B.z
                jumps:
                  loss: {operator: A.minus, rate: kappa*(1 + n)/N, bath: a}
                  gain: {operator: A.plus, rate: kappa*n/N, bath: a}
                  common: {operator: A.minus + B.minus, rate: kappa/2/N, bath: b}
                states: {s: {A: [0.6, 0, -0.8], B: [0, 0.28, -0.96]}}
                """, 1, 3, 6, 12);
    }

    @Test
    void forAtomsInACavity() {
        check("""
                model: cavity
                parameters: {g: 0.9, O: 0.5, D: 0.4, d: -0.3, kappa: 1.2}
                spins: {A: {atoms: N, as: sums}}
                modes: [cavity]
                hamiltonian:
                  drive: O*(A.plus + A.minus)
                  atoms: -D*A.z/2
                  coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
                  cavity: -d*cavity.n
                  kerr: 0.1/N*cavity.adag*cavity.adag*cavity.a*cavity.a
                jumps:
                  loss: {operator: cavity.a, rate: kappa, bath: light}
                states: {s: {A: [0, 0, -1], cavity: [0.2, -0.1]}}
                """, 22, 4, 8, 16);
    }

    @Test
    void forAtomsThatDecayOneByOne() {
        check("""
                model: individual decay
                parameters: {O: 1.1, D: 0.4, gamma: 0.7, p: 0.2, kappa: 0.8}
                spins: {A: {atoms: N, as: sums, scale: N/2}}
                hamiltonian:
                  drive: O*(A.plus + A.minus)
                  atoms: -D*A.z/2
                jumps:
                  decay: {operator: A.minus, rate: gamma, bath: a, scope: individual}
                  dephasing: {operator: A.z, rate: p, bath: a, scope: individual}
                  superradiance: {operator: A.minus, rate: kappa/N, bath: b}
                states: {s: {A: [0.6, 0, -0.8]}}
                """, 1, 3, 6, 12);
    }

    @Test
    void forTwoCrystalsAtAGenericPointWithBathsOfUnequalTemperature() throws IOException {
        String yaml = Files.readString(Path.of("../papers/coupled-btc/model.yaml"));
        OpenSystem model = ModelReader.read(yaml, "coupled-btc");
        Map<String, Double> values = Map.of(
                "J", 0.7, "Jz", -0.4, "Omega1", 1.1, "Omega2", 0.3, "kappa", 0.9, "delta", 0.25, "n1", 0.3, "n2", 0.6);
        check(model, values, model.states().get("ground"), 1, 5, 10, 20);
    }

    private static void check(String yaml, int cutOff, int... sizes) {
        OpenSystem model = ModelReader.read(yaml, "model.yaml");
        check(model, Map.of(), model.states().get("s"), cutOff, sizes);
    }

    private static void check(
            OpenSystem model, Map<String, Double> values, InitialState start, int cutOff, int... sizes) {
        FluctuationEquations equations = FluctuationEquations.derive(model);
        FluctuationPoint point = FluctuationProgram.withShifts(equations).at(ParameterValues.of(model, values));
        double[] end = new OdeIntegrator(point.system(), Tableau.dormandPrince853(), new Tolerances(1e-11, 1e-11))
                .integrate(0, point.start(start), TIME)
                .state();
        FluctuationState limit = point.state(TIME, end);
        ExactOptions options = ExactOptions.none();
        for (Mode mode : model.modes()) options = options.cutOff(mode.name(), cutOff);
        List<Double> distances = new ArrayList<>();
        for (int size : sizes) {
            distances.add(ExactMoments.at(equations, values, start, size, TIME, options)
                    .distance(limit.means(), limit.shifts(), limit.covariances()));
        }
        double before = distances.get(0) / distances.get(1);
        double after = distances.get(1) / distances.get(2);
        assertTrue(after > 1.7 && after < 2.3, "halved by doubling N: " + distances);
        assertTrue(Math.abs(after - 2) < Math.abs(before - 2) + 0.05, "ever more so: " + distances);
    }
}
