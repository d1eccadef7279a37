package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.meanfield.EnsembleSymmetry;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.means.MeanFieldProgram;
import org.escapement.observables.means.MeanFieldRunner;
import org.escapement.study.text.QuantityText;
import org.junit.jupiter.api.Test;

/** Ensembles that move alike share one set of variables, and only those. */
class CommonMotionTest {

    private final MeanFieldEquations equations = MeanField.derive(new Paper("coupled-btc").model("model.yaml"));

    @Test
    void equallyDrivenCrystalsMoveAlike() {
        Map<String, String> same =
                EnsembleSymmetry.find(equations, Map.of("Omega1", 2.0, "Omega2", 2.0), (a, b) -> true);
        assertEquals(Map.of("B.x", "A.x", "B.y", "A.y", "B.z", "A.z"), same);
        assertEquals(List.of("A.x", "A.y", "A.z"), equations.identify(same).names());
    }

    @Test
    void differentDrivesOrStartsOrUnknownValuesKeepAllVariables() {
        assertTrue(EnsembleSymmetry.find(equations, Map.of("Omega1", 2.0, "Omega2", 2.5), (a, b) -> true)
                .isEmpty());
        assertTrue(EnsembleSymmetry.find(equations, Map.of("Omega1", 2.0, "Omega2", 2.0), (a, b) -> false)
                .isEmpty());
        assertTrue(EnsembleSymmetry.find(equations, Map.of("Omega1", 2.0), (a, b) -> true)
                .isEmpty());
    }

    @Test
    void theCommonMotionIsThatOfAllVariables() {
        Map<String, Double> set = Map.of("J", 0.9, "Jz", 0.4, "Omega1", 1.3, "Omega2", 1.3, "delta", 0.2);
        ParameterValues point = ParameterValues.of(equations.model(), set);
        MeanFieldEquations common = equations.identify(EnsembleSymmetry.find(equations, set, (a, b) -> true));
        assertArrayEquals(run(equations, point), run(common, point), 1e-9);
    }

    private static double[] run(MeanFieldEquations used, ParameterValues point) {
        List<Measurement> asked = List.of("<B.x>/N", "<A.y*B.y>/N^2", "stored_energy", "efficiency").stream()
                .map(q -> new Measurement(q, QuantityText.parse(used.model(), q), new Measure.AtTime(7)))
                .toList();
        double[] start = used.start(used.model().states().get("ground"), point);
        return new MeanFieldRunner(MeanFieldProgram.of(used, asked), Accuracy.fine())
                .run(point, start).values().stream().mapToDouble(v -> v[0]).toArray();
    }
}
