package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.exact.GeneratorInverse.Solution;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.testing.LindbladTruth;
import org.junit.jupiter.api.Test;

final class StationaryStateTest {

    private static ExactSystem system(OpenSystem model, Map<String, Double> point, double size) {
        return ExactModels.system(
                model, point, size, ExactOptions.none().cutOff("cavity", 6).truncationIsMeant());
    }

    private static void methodsAgree(OpenSystem model, Map<String, Double> point, double size) {
        ExactSystem system = system(model, point, size);
        StationaryEquations equations = new StationaryEquations(system);
        double[] chosen = equations.state(1e-12).x();
        InverseChoice choice = equations.choice();
        for (GeneratorInverse method : List.of(choice.krylov(0, 0), choice.regularised(0, 0))) {
            Solution s = method.stationary(1e-13);
            assertTrue(s.residual() < 1e-12, method.method());
            double worst = 0;
            for (int i = 0; i < chosen.length; i++) worst = Math.max(worst, Math.abs(chosen[i] - s.x()[i]));
            assertEquals(0, worst, 1e-11, method.method());
            method.close();
        }
        equations.close();
    }

    @Test
    void methodsAgree() {
        methodsAgree(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 6);
        methodsAgree(ExactModels.CRYSTALS, ExactModels.ALIKE, 4);
        methodsAgree(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, 3);
        methodsAgree(ExactModels.SEEDING, ExactModels.SEED, 4);
        methodsAgree(ExactModels.CAVITY, Map.of(), 2);
    }

    /** The null vector of the generator on all matrices has the same spectrum. */
    private static void sameAsUnreduced(OpenSystem model, Map<String, Double> point, double size) {
        ExactSystem system = system(model, point, size);
        DensityMatrix state = new SteadyStateSolver(system).unique(1e-12).state();
        Dense whole = LindbladTruth.of(model, ExactModels.sized(point, size), 6).superoperator(j -> 1);
        Eigen e = Eigen.of(whole, true);
        int zero = 0;
        for (int k = 0; k < e.re().length; k++) {
            if (Math.hypot(e.re()[k], e.im()[k]) < Math.hypot(e.re()[zero], e.im()[zero])) zero = k;
        }
        int d = (int) Math.round(Math.sqrt(whole.rows()));
        double re = 0;
        double im = 0;
        for (int i = 0; i < d; i++) {
            re += e.vectors().re()[i * (d + 1) * d * d + zero];
            im += e.vectors().im()[i * (d + 1) * d * d + zero];
        }
        double purity = 0;
        for (int i = 0; i < d * d; i++) {
            double x = e.vectors().re()[i * d * d + zero];
            double y = e.vectors().im()[i * d * d + zero];
            purity += (x * x + y * y) / (re * re + im * im);
        }
        assertEquals(1, state.trace(), 1e-13);
        assertEquals(purity, state.purity(), 1e-10);
        assertTrue(state.smallestEigenvalue() > -1e-14);
    }

    @Test
    void isThatOfTheUnreducedGenerator() {
        sameAsUnreduced(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 2);
        sameAsUnreduced(ExactModels.CRYSTALS, ExactModels.ALIKE, 2);
        sameAsUnreduced(ExactModels.SEEDING, ExactModels.SEED, 2);
    }

    @Test
    void thermalProductAtCarnot() {
        // b1 = b2: nothing flows, and the state is exp(-b1 n1/N - b2 n2/N) up to its norm.
        ExactSystem system = system(ExactModels.ENGINE, Map.of("E1", 1.0, "E2", 2.0, "T1", 1.0, "T2", 2.0), 5);
        DensityMatrix state = new SteadyStateSolver(system).unique(1e-12).state();
        OpenSystem model = system.model();
        DensityMatrix product = new StartStates(system).exponential(model.operator("(cold.z + hot.z)/N"));
        assertEquals(product.purity(), state.purity(), 1e-13);
        assertEquals(0, state.expectation(model.operator("cold.y*hot.x - cold.x*hot.y")), 1e-14);
    }

    @Test
    void severalStationaryStatesAreAResultWithABasis() {
        ExactSystem system = ExactModels.system(ExactModels.DEPHASING, Map.of(), 3);
        SteadyState.Degenerate found =
                assertInstanceOf(SteadyState.Degenerate.class, new SteadyStateSolver(system).solve(1e-12));
        // Populations of 4 x 4 states; and coherences between equal total inversions decay.
        assertEquals(16, found.basis().size());
        assertTrue(found.residual() < 1e-12);
        String message = assertThrows(ModelException.class, () -> new SteadyStateSolver(system).unique(1e-12))
                .getMessage();
        assertTrue(message.contains("16 independent") && message.contains("evolve from an initial state"), message);
    }

    @Test
    void whereNothingMovesEverythingIsStationary() {
        ExactSystem system = ExactModels.system(
                ExactModels.CRYSTALS, Map.of("Omega1", 0.0, "Omega2", 0.0, "J", 0.0, "Jz", 0.0, "kappa", 0.0), 1);
        SteadyState.Degenerate found =
                assertInstanceOf(SteadyState.Degenerate.class, new SteadyStateSolver(system).solve(1e-12));
        assertEquals(4, found.basis().size());
    }

    /** Two ensembles that only decay together keep their antisymmetric part: the exchange turns a stationary matrix round. */
    @Test
    void degeneracyHiddenInAnOddSectorIsSeen() {
        OpenSystem model = ModelReader.read("""
                model: common decay
                parameters: {k: 1}
                spins: {A: {atoms: N, as: sigma/2}, B: {atoms: N, as: sigma/2}}
                hamiltonian: {drive: 0.7*A.x + 0.7*B.x}
                jumps: {common: {operator: A.minus + B.minus, rate: k, bath: a}}
                states: {s: {A: down, B: down}}
                """, "common.yaml");
        SteadyState.Degenerate found = assertInstanceOf(
                SteadyState.Degenerate.class,
                new SteadyStateSolver(ExactModels.system(model, Map.of(), 1)).solve(1e-12));
        // Triplet and singlet, and with them nothing else: coherences between them decay.
        assertEquals(2, found.basis().size());
    }

    @Test
    void aCutOffTooLowIsRefused() {
        ExactSystem system = ExactModels.system(
                ExactModels.CAVITY, Map.of("O", 2.0), 2, ExactOptions.none().cutOff("cavity", 4));
        String message = assertThrows(ModelException.class, () -> new SteadyStateSolver(system).solve(1e-12))
                .getMessage();
        assertTrue(message.contains("highest Fock state") && message.contains("raise the cut-off"), message);
    }

    /** No method reaches a residual below rounding. */
    @Test
    void aStalledIterationSaysHowFarItCameAndWhatElseToDo() {
        ExactSystem system = system(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, 2);
        try (StationaryEquations equations = new StationaryEquations(system)) {
            ConvergenceException e = assertThrows(ConvergenceException.class, () -> equations.state(1e-30));
            assertTrue(
                    e.getMessage().matches("the equations of \\d+ unknowns stalled at a residual of .*"),
                    e.getMessage());
            assertTrue(e.getMessage().endsWith("take a smaller size"), e.getMessage());
        }
    }
}
