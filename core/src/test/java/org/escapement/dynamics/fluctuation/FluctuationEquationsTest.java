package org.escapement.dynamics.fluctuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.escapement.observables.information.GaussianState;
import org.escapement.observables.information.OneWayCorrelation;
import org.junit.jupiter.api.Test;

/** Numbers of an independent implementation, and laws. */
class FluctuationEquationsTest {

    @Test
    void covariancesAndShiftsAtAGenericPoint() {
        FluctuationState state = Crystals.fromGround(Crystals.GENERIC, 3);
        double[][] g = state.covariances();
        assertEquals(0.8553070327469047, g[0][0], 1e-9);
        assertEquals(0.10904875211580776, g[0][1], 1e-9);
        assertEquals(-0.08547659159585436, g[0][4], 1e-9);
        assertEquals(0.1923711159198358, g[5][5], 1e-9);
        double[] shifts = {
            -0.07071268649016195,
            -0.24095780096285016,
            0.7025605100707497,
            0.15363632218560633,
            0.09835647327994666,
            0.7888566801076855
        };
        assertArrayEquals(shifts, state.shifts(), 1e-8);
        GaussianState modes = GaussianState.of(state.canonical());
        OneWayCorrelation seen = modes.correlation(new int[] {0}, 1);
        assertEquals(0.010115206892053363, seen.classical(), 1e-9);
        assertEquals(0.0011806260299545013, seen.discord(), 1e-9);
        assertEquals(1.823645861268026, modes.entropy(), 1e-9);
    }
}
