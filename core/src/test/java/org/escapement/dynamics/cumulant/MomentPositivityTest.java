package org.escapement.dynamics.cumulant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.junit.jupiter.api.Test;

class MomentPositivityTest {

    private final OpenSystem pair = EngineModel.pair();

    /** Spins up: J- J+ = 0, J+ J- = 1/N in units of (N/2)^2, so that no eigenvalue is negative and one is zero. */
    @Test
    void statesHaveNoNegativeEigenvalue() {
        for (SystemSize size : SystemSize.values()) {
            MomentEquations equations =
                    MomentEquations.derive(pair, CumulantOptions.ofOrder(2).size(size));
            ParameterValues point = ParameterValues.of(pair, Map.of("N", 4.0));
            MomentSystem system = equations.at(point);
            MomentPositivity positivity = MomentPositivity.of(equations);
            double up =
                    positivity.smallest(system, equations.start(pair.states().get("up"), point));
            double mixed = positivity.smallest(system, equations.mixedStart(point));
            assertEquals(0, up, 1e-14, size.name());
            // <J+ J-> = 2 <Jx^2> = 2/3 (1 + 2/N) and <Jz^2> half of it.
            double length = size == SystemSize.FINITE ? 1.5 : 1;
            assertEquals(length / 3, mixed, 1e-14, size.name());
        }
    }

    @Test
    void meanSquaresBelowTheSquaredMeanAreFlagged() {
        MomentEquations equations =
                MomentEquations.derive(pair, CumulantOptions.ofOrder(2).withoutCharge());
        ParameterValues point = EngineModel.point(pair, 5, 20);
        MomentSystem system = equations.at(point);
        double[] y = equations.mixedStart(point);
        y[0] = -0.8;
        assertEquals("<A.z>", equations.variables().getFirst().name());
        assertTrue(MomentPositivity.of(equations).smallest(system, y) < -0.1);
    }
}
