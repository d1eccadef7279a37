package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContinuationTest {

    private static final double A = 1.5 - 0.5 * 1.2;
    private static final double B = 0.9 - 0.5 * 1.2;
    private static final double[] UNBROKEN = {0, A, -Math.sqrt(1 - A * A), 0, B, -Math.sqrt(1 - B * B)};

    private static Continuation seeding() {
        return Continuation.of(
                Models.paper("seeding"), Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 1.0), "Gamma", 0.2, 2);
    }

    @Test
    void theUnbrokenPhaseTurnsBackAtTheCriticalCoupling() {
        Branch<FixedPoint> branch = seeding().fixedPoints(UNBROKEN, false);
        assertEquals(Branch.Ending.END_OF_RANGE, branch.ending());
        assertEquals(Branch.Kind.FOLD, branch.events().getFirst().kind());
        assertEquals(0.5 / 0.7, branch.events().getFirst().parameter(), 1e-10);
        // Beyond the fold the branch is the mirror image, with the seed's m_z above zero.
        assertEquals(2, branch.last().parameter(), 0);
        assertTrue(branch.last().solution().state()[2] > 0);
        assertTrue(branch.last().solution().unstable());
    }

    @Test
    void leavingThePhysicalRegionIsNamed() {
        Branch<FixedPoint> branch = seeding().region(y -> y[2] < 0).fixedPoints(UNBROKEN, false);
        assertEquals(Branch.Ending.LEFT_REGION, branch.ending());
        assertEquals(0.5 / 0.7, branch.last().parameter(), 0.02);
    }

    @Test
    void absorptiveBistabilityHasItsTwoFolds() {
        // y = x + 2C x/(1 + x^2) with 2C = 4 g^2/(kappa nu) = 20: extrema in x, Omega = nu y/sqrt(8).
        double nu = 0.2;
        double c2 = 20;
        FlowFamily engine = Models.paper("optomech-engine");
        Flow weak = engine.at(Map.of("Omega", 0.1, "nu", nu));
        FixedPoint start = ((Fate.Rests)
                        LongTime.classify(weak, new double[] {0, 0, -1, 0, 0, 0, 0}, LongTimePolicy.standard()))
                .point();
        Branch<FixedPoint> branch = Continuation.of(engine, Map.of("Omega", 0.1, "nu", nu), "Omega", 0.01, 2)
                .fixedPoints(start.state(), true);
        double root = Math.sqrt(c2 * c2 - 8 * c2);
        for (int i = 0; i < 2; i++) {
            double x = Math.sqrt((c2 - 2 - (i == 0 ? root : -root)) / 2);
            double fold = nu * (x + c2 * x / (1 + x * x)) / Math.sqrt(8);
            assertEquals(fold, branch.events().get(i).parameter(), 1e-9);
        }
    }

    @Test
    void theRunningCycleIsFollowedDownToItsHomoclinicEnd() {
        FlowFamily engine = Models.paper("optomech-engine");
        PeriodicOrbit start = PeriodicOrbits.of(engine.at(Map.of("Omega", 1.2)))
                .find(new double[] {0, 0, -1, 0, 0, 0, 0})
                .orElseThrow();
        Branch<PeriodicOrbit> branch = Continuation.of(engine, Map.of("Omega", 1.2), "Omega", 0.3, 1.2)
                .steps(0.05, 0.1, 2e-4)
                .orbits(start, false);
        assertEquals(Branch.Ending.PERIOD_DIVERGES, branch.ending());
        assertEquals(0.597383198477359, branch.last().parameter(), 3e-3);
        assertTrue(branch.message().contains("period grows"));
    }

    @Test
    void anOrbitIsFollowedToTheEndOfTheRange() {
        FlowFamily family = Models.vanDerPol();
        PeriodicOrbit start = PeriodicOrbits.of(family.at(Map.of("mu", 1.0)))
                .find(new double[] {1, 0})
                .orElseThrow();
        Branch<PeriodicOrbit> branch = Continuation.of(family, Map.of("mu", 1.0), "mu", 0.5, 5)
                .steps(0.2, 0.5, 1e-4)
                .orbits(start, true);
        assertEquals(Branch.Ending.END_OF_RANGE, branch.ending());
        assertEquals(11.612230668, branch.last().solution().period(), 1e-7);
    }
}
