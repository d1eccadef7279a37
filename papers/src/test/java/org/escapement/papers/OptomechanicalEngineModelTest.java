package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.model.ParameterValues;
import org.junit.jupiter.api.Test;

/** Atoms, a cavity and its moving mirror; the specification writes s_+ = (s_x + i s_y)/2 and alpha = a/sqrt(N). */
class OptomechanicalEngineModelTest {

    private static final PaperModel PAPER = new PaperModel("optomech-engine");

    /** The state is x, y, z of S, with S.plus = x + i y per atom; then re, im of the cavity; then X, V. */
    private static double[] section3(double[] q, ToDoubleFunction<String> p) {
        double sr = q[0];
        double si = q[1];
        double sz = q[2];
        double ar = q[3];
        double ai = q[4];
        double nu = p.applyAsDouble("nu");
        double ea = p.applyAsDouble("ea");
        double g = p.applyAsDouble("g");
        double kappa = p.applyAsDouble("kappa");
        double ec = Math.exp(-p.applyAsDouble("bc") * (1 - p.applyAsDouble("lam") * q[5]));
        double delta = p.applyAsDouble("delta0") + p.applyAsDouble("GL") * q[5];
        double damping = nu / 2 * (1 + ea);
        // F = Omega + g alpha; s_+' = -(i Delta + damping) s_+ - i conj(F) s_z.
        double fr = p.applyAsDouble("Omega") + g * ar;
        double fi = g * ai;
        double detuning = p.applyAsDouble("Delta");
        return new double[] {
            -damping * sr + detuning * si - fi * sz,
            -damping * si - detuning * sr - fr * sz,
            4 * (fr * si + fi * sr) - nu * (1 + sz) + nu * ea * (1 - sz),
            -kappa / 2 * (1 - ec) * ar - delta * ai - g * si,
            -kappa / 2 * (1 - ec) * ai + delta * ar - g * sr,
            q[6],
            -q[5] - p.applyAsDouble("Gam") * q[6] + ar * ar + ai * ai
        };
    }

    private static final String[] GENERAL = {
        "Omega", "g", "kappa", "nu", "Delta", "delta0", "GL", "Gam", "ea", "bc", "lam"
    };

    @Test
    void theDerivedMeanFieldIsSection3WithDetuningsHeatAndMirror() {
        PAPER.agreesWith(OptomechanicalEngineModelTest::section3, GENERAL);
    }

    @Test
    void anEmptyBathIsTheLimitOfInfiniteInverseTemperature() {
        Map<String, Double> cold = new HashMap<>();
        for (String name : GENERAL) cold.put(name, 0.7);
        cold.put("bc", Double.POSITIVE_INFINITY);
        double[] state = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6, -0.7};
        assertArrayEquals(section3(state, cold::get), PAPER.rates(state, cold), 1e-13);
    }

    @Test
    void theGroundStateIsAllDownAndAtRest() {
        ParameterValues point = ParameterValues.of(PAPER.model, Map.of());
        double[] start = PAPER.derived.start(PAPER.model.states().get("ground"), point);
        assertArrayEquals(new double[] {0, 0, -1, 0, 0, 0, 0}, start, 1e-15);
        assertEquals(
                List.of("S.x", "S.y", "S.z", "cavity.re", "cavity.im", "mirror.x", "mirror.v"), PAPER.derived.names());
    }
}
