package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.model.ModelException;
import org.junit.jupiter.api.Test;

class ReductionTest {

    private static final Map<String, Double> RESONANT =
            Map.of("GL", 0.0, "Delta", 0.0, "delta0", 0.0, "nu", 0.0, "lam", 0.0);

    @Test
    void theMirrorThatDoesNotActBackAndThePlaneOfSymmetryAreLeftOut() {
        FlowFamily engine = Models.paper("optomech-engine");
        FlowFamily plane = engine.fixing(RESONANT).reducedTo(List.of("S.y", "S.z", "cavity.re"));
        double[] y = {0.2, -0.6, 0.1};
        double[] all = engine.at(RESONANT).rates(new double[] {0, 0.2, -0.6, 0.1, 0, 0.3, 0.4});
        assertArrayEquals(
                new double[] {all[1], all[2], all[3]}, plane.at(Map.of()).rates(y), 1e-15);
        assertEquals(List.of("S"), plane.at(Map.of()).conservedNames());
        assertEquals(0.2 * 0.2 + 0.3 * 0.3, plane.at(Map.of()).conserved(y)[0], 1e-15);
    }

    @Test
    void aVariableThatActsOnTheKeptOnesCannotBeLeftOut() {
        FlowFamily engine = Models.paper("optomech-engine");
        ModelException problem = assertThrows(
                ModelException.class, () -> engine.reducedTo(List.of("S.x", "S.y", "S.z", "cavity.re", "cavity.im")));
        assertTrue(problem.getMessage().contains("'mirror.x' acts on 'cavity.re'"), problem.getMessage());
    }

    @Test
    void exponentsOfAStronglyAttractingOrbitComeFromTheDivergence() {
        // Near the critical coupling a perturbation shrinks by exp(-57) in one period, far below rounding.
        Flow flow = Models.phases().at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.7, "kappa", 1.0));
        PeriodicOrbit orbit = PeriodicOrbits.of(flow)
                .averaging(List.of(flow.divergence()))
                .find(new double[] {Math.PI, Math.PI})
                .orElseThrow();
        assertEquals(46.287, orbit.period(), 1e-3);
        assertEquals(-1.2211328, orbit.averages()[0], 1e-6);
        assertTrue(Double.isNaN(orbit.exponents()[1]));
    }
}
