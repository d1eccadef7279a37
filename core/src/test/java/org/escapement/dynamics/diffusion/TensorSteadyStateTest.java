package org.escapement.dynamics.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.cumulant.EngineModel;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.SteadyStateSolver;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.junit.jupiter.api.Test;

class TensorSteadyStateTest {

    private static final double TOLERANCE = 1e-12;

    private final OpenSystem pair = EngineModel.pair();
    private final Operator current =
            pair.operator("A.y*B.x - A.x*B.y").times(Coefficient.of(4)).times(Coefficient.sizePower(-4));

    private static double at(
            OpenSystem model, SystemSize size, ParameterValues point, Operator o, boolean fluctuation) {
        TensorEquations equations = TensorEquations.derive(model, size);
        try (TensorSteadyState s = TensorSteadyState.find(equations, point, List.of(o), TOLERANCE)) {
            return fluctuation ? s.noise(o) : s.mean(o);
        }
    }

    /** The density exp(-b m_z/2) on the sphere has <m_z> = 2/b - coth(b/2). */
    @Test
    void oneEnsembleIsThermalOnTheSphere() {
        OpenSystem single = EngineModel.single();
        Operator z = single.operator("A.z").times(Coefficient.of(2)).times(Coefficient.sizePower(-2));
        for (double b : new double[] {0.01, 1, 5, 20, 60}) {
            ParameterValues point = ParameterValues.of(single, Map.of("b1", b));
            double mean = at(single, SystemSize.INFINITE, point, z, false);
            double expected = b < 0.03 ? -b / 6 * (1 - b * b / 60) : 2 / b - 1 / Math.tanh(b / 2);
            assertEquals(expected, mean, 1e-9 * Math.abs(expected), "b = " + b);
        }
    }

    private static ParameterValues withSize(OpenSystem model, double size) {
        Map<String, Double> set = new HashMap<>(Map.of("b1", 0.5, "b2", 0.9, "w", 0.006, "G", 0.001));
        set.put("N", size);
        return ParameterValues.of(model, set);
    }

    @Test
    void everySizeAgreesWithTheMasterEquation() {
        for (double size : new double[] {1, 2, 5}) {
            ParameterValues point = withSize(pair, size);
            double exact = new SteadyStateSolver(ExactSystem.of(pair, point, ExactOptions.none()))
                    .unique(1e-13)
                    .state()
                    .expectation(pair.operator("A.y*B.x - A.x*B.y"));
            double tensors = at(pair, SystemSize.FINITE, point, current, false);
            assertEquals(4 * exact / (size * size), tensors, 1e-12, "N = " + size);
        }
    }

    /** Finite N departs from the limit as 1/N, in the mean of a current and in its noise. */
    @Test
    void theLimitIsApproachedAsOneOverTheSize() {
        for (boolean fluctuation : new boolean[] {false, true}) {
            double limit = at(pair, SystemSize.INFINITE, withSize(pair, 1), current, fluctuation);
            double few = at(pair, SystemSize.FINITE, withSize(pair, 64), current, fluctuation);
            double many = at(pair, SystemSize.FINITE, withSize(pair, 128), current, fluctuation);
            assertEquals(2, (few - limit) / (many - limit), 0.05);
            assertTrue(Math.abs(many / limit - 1) < 0.1);
        }
    }

    /** At equal E/T the state is thermal: no current, and the noise obeys the fluctuation-dissipation relation. */
    @Test
    void fluctuationsAndDissipationAreRelatedInEquilibrium() {
        Map<String, Double> set = Map.of("w", 0.006, "G", 0.001, "b1", 0.8, "b2", 0.8);
        ParameterValues equilibrium = ParameterValues.of(pair, set);
        assertEquals(0, at(pair, SystemSize.INFINITE, equilibrium, current, false), 1e-12);
        double noise = at(pair, SystemSize.INFINITE, equilibrium, current, true);
        double step = 1e-4;
        Map<String, Double> driven = new HashMap<>(set);
        driven.put("b1", 0.8 + step);
        driven.put("b2", 0.8 - step);
        double mean = at(pair, SystemSize.INFINITE, ParameterValues.of(pair, driven), current, false);
        // Excitations w A/4 per pair flow against the affinity b1 - b2; their variance grows with (w/4)^2 noise N^0.
        double rate = 0.006 / 4 * mean;
        assertEquals(1, 2 * rate / (0.006 / 4 * 0.006 / 4 * noise * 2 * step), 1e-5);
    }

    @Test
    void statesTooNarrowForTensorsAreRefused() {
        OpenSystem single = EngineModel.single();
        ParameterValues cold = ParameterValues.of(single, Map.of("b1", 1e9));
        Operator z = single.operator("A.z").times(Coefficient.sizePower(-2));
        ModelException e = assertThrows(ModelException.class, () -> at(single, SystemSize.INFINITE, cold, z, false));
        assertTrue(e.getMessage().contains("too narrow"), e.getMessage());
    }
}
