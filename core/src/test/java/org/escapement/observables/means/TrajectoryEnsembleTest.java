package org.escapement.observables.means;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.trajectory.JumpProcess;
import org.escapement.dynamics.trajectory.QuantumTrajectory;
import org.escapement.dynamics.trajectory.TrajectoryIntegrator;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.junit.jupiter.api.Test;

class TrajectoryEnsembleTest {

    private static final OpenSystem PAIR = ModelReader.read("""
            model: driven pair
            size: N
            parameters:
              Omega: {preset: 1.3}
              kappa: {preset: 1}
              g: {preset: 0.4}
              nu: {preset: 0}
            spins:
              A: {atoms: N, as: sigma/2}
              B: {atoms: 2*N, as: sigma/2}
            hamiltonian:
              drive: Omega*A.x
              exchange: g/N*(A.plus*B.minus + A.minus*B.plus)
            jumps:
              loss: {operator: A.minus, rate: 2*kappa/N, bath: light}
              lone: {operator: B.minus, rate: nu, bath: light, scope: individual}
            states:
              down: {A: down, B: down}
              up: {A: up, B: up}
              x: {A: x, B: y}
            """, "pair");

    private static ExactSystem system(Map<String, Double> values) {
        return ExactSystem.of(PAIR, ParameterValues.of(PAIR, values), ExactOptions.none());
    }

    private static Expression quantity(String text) {
        return ExpressionParser.parse(text, PAIR.quantityScope());
    }

    private static void agrees(String state, Map<String, Double> values, boolean real) {
        List<String> texts = List.of("<A.z>/N", "<B.y>/N", "<A.x*B.x>/N^2", "<A.z>^2/N^2");
        double t = 2.5;
        ExactSystem system = system(values);
        assertEquals(real, new JumpProcess(system, PAIR.states().get(state)).isReal());
        TrajectoryEnsemble ensemble = new TrajectoryEnsemble(
                system,
                PAIR.states().get(state),
                texts.stream().map(TrajectoryEnsembleTest::quantity).toList(),
                600,
                3);
        ensemble.advance(1);
        ensemble.advance(t);
        List<double[]> exact = new ExactLevel(PAIR, ExactOptions.none())
                .measure(
                        ParameterValues.of(PAIR, values),
                        new MeansLevel.Start(Optional.of(PAIR.states().get(state)), Optional.empty()),
                        texts.stream()
                                .map(q -> new Measurement(q, quantity(q), new Measure.AtTime(t)))
                                .toList(),
                        Accuracy.fine())
                .values();
        for (int i = 0; i < texts.size(); i++) {
            TrajectoryEnsemble.Statistic s = ensemble.values().get(i);
            assertTrue(s.standardError() < 0.05, texts.get(i) + " " + s);
            assertEquals(exact.get(i)[0], s.value(), 4 * s.standardError() + 1e-6, texts.get(i));
        }
    }

    @Test
    void averagesOfComplexTrajectoriesAreThoseOfTheDensityMatrix() {
        agrees("x", Map.of("N", 3.0), false);
    }

    @Test
    void averagesOfRealTrajectoriesAreThoseOfTheDensityMatrix() {
        agrees("down", Map.of("N", 4.0, "g", 0.0), true);
    }

    @Test
    void decayOfOneAtomFollowsItsExponential() {
        ExactSystem atom = system(Map.of("N", 1.0, "Omega", 0.0, "g", 0.0, "kappa", 0.5));
        TrajectoryEnsemble ensemble =
                new TrajectoryEnsemble(atom, PAIR.states().get("up"), List.of(quantity("<A.z> + 1/2")), 4000, 1);
        ensemble.advance(0.7);
        TrajectoryEnsemble.Statistic left = ensemble.values().getFirst();
        assertEquals(Math.exp(-0.7), left.value(), 4 * left.standardError());
        assertEquals(Math.sqrt(left.value() * (1 - left.value()) / 4000), left.standardError(), 1e-4);
        assertEquals(1 - left.value(), ensemble.jumps().getFirst().value(), 1e-12);
    }

    @Test
    void aDarkStateStaysForEver() {
        ExactSystem dark = system(Map.of("N", 2.0, "Omega", 0.0));
        TrajectoryEnsemble ensemble =
                new TrajectoryEnsemble(dark, PAIR.states().get("down"), List.of(quantity("<A.z>/N")), 2, 1);
        ensemble.advance(1e4);
        assertEquals(-0.5, ensemble.values().getFirst().value(), 1e-12);
        assertEquals(0, ensemble.jumps().getFirst().value());
    }

    @Test
    void aTrajectoryDoesNotDependOnWhenItIsLookedAt() {
        JumpProcess process =
                new JumpProcess(system(Map.of("N", 5.0)), PAIR.states().get("x"));
        QuantumTrajectory once = new QuantumTrajectory(process, 7, 4);
        QuantumTrajectory often = new QuantumTrajectory(process, 7, 4);
        TrajectoryIntegrator integrator = new TrajectoryIntegrator(process, 1e-10);
        integrator.advance(once, 4);
        for (int k = 1; k <= 40; k++) integrator.advance(often, 0.1 * k);
        assertArrayEquals(once.jumps(), often.jumps());
        // Up to a common phase, which is not followed.
        double[] overlap = new double[2];
        Scalars.product(once.state(), often.state(), overlap, 0);
        assertEquals(1, Math.hypot(overlap[0], overlap[1]), 1e-8);
    }

    @Test
    void whatTrajectoriesCannotDoIsSaid() {
        NotApplicableException single = assertThrows(
                NotApplicableException.class,
                () -> new JumpProcess(
                        system(Map.of("N", 2.0, "nu", 0.1)), PAIR.states().get("down")));
        assertTrue(single.getMessage().contains("'lone' acts on single atoms"), single.getMessage());
        ModelException matrix = assertThrows(
                ModelException.class,
                () -> new TrajectoryEnsemble(
                        system(Map.of("N", 2.0)), PAIR.states().get("down"), List.of(quantity("entropy()")), 10, 1));
        assertTrue(matrix.getMessage().contains("density matrix"), matrix.getMessage());
        assertThrows(
                ModelException.class,
                () -> new TrajectoryEnsemble(
                        system(Map.of("N", 2.0)), PAIR.states().get("down"), List.of(quantity("<A.z>")), 1, 1));
    }
}
