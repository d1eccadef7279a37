package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.numerics.roots.BracketedRoot;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final double[] GROUND = {0, 0, -1, 0, 0, 0, 0};
    private static final LongTimePolicy POLICY = LongTimePolicy.standard();

    private static Flow phases(double detuning) {
        return Models.phases().at(Map.of("Omega_A", 1.15, "Omega_B", 1.15 - detuning, "Gamma", 0.05, "kappa", 1.0));
    }

    @Test
    void edgeOfTheOscillatingRegionOfTheCoupledCrystal() {
        FlowFamily family = Models.coupledCrystal();
        double[] ground = {0, 0, -Math.sqrt(0.5)};
        Boundary.Edge edge = Boundary.bisect(
                g -> Decision.oscillates(family.at(Map.of("g", g, "kappa", 1.0, "Omega", 2.0)), ground, POLICY),
                2,
                3,
                1e-7);
        assertEquals(2.405648, edge.orElseThrow(), 1e-6);
        assertFalse(edge.yesAbove());
    }

    @Test
    void groundStateAndRetrappingBoundariesOfTheEngine() {
        FlowFamily engine = Models.paper("optomech-engine");
        Boundary.Edge ground =
                Boundary.bisect(w -> Decision.oscillates(engine.at(Map.of("Omega", w)), GROUND, POLICY), 0.5, 1, 1e-7);
        assertEquals(0.7342380707561971, ground.orElseThrow(), 1e-6);
        assertTrue(ground.yesAbove());
        // A start on the running cycle of a stronger drive turns faster than any cycle below it.
        double[] fast = PeriodicOrbits.of(engine.at(Map.of("Omega", 1.2)))
                .find(GROUND)
                .orElseThrow()
                .state();
        Boundary.Edge retrapping =
                Boundary.bisect(w -> Decision.oscillates(engine.at(Map.of("Omega", w)), fast, POLICY), 0.4, 1, 1e-7);
        assertEquals(0.597383198477359, retrapping.orElseThrow(), 1e-6);
    }

    @Test
    void synchronisationEdgeByHalfATurnOfTheSymmetricOrbit() {
        double edge = BracketedRoot.bisect(BoundaryTest::followerAfterHalfATurn, 0.09, 0.13, 1e-12);
        assertEquals(0.10916250742600213, edge, 1e-9);
    }

    private static double followerAfterHalfATurn(double detuning) {
        double[] start = {Math.PI / 2, Math.PI / 2};
        Section opposite = Section.falling(Models.parse("theta_A"), -Math.PI / 2);
        return FirstPassage.of(phases(detuning), opposite, start, 1e4, Accuracy.fine())
                        .orElseThrow()
                        .state()[1]
                - Math.PI / 2;
    }

    @Test
    void synchronisationEdgeByAskingWhetherTheFollowerTurns() {
        double[] down = {Math.PI, Math.PI};
        Angle follower = Angle.variable("theta_B");
        Boundary.Edge edge =
                Boundary.bisect(d -> Turning.keepsTurning(phases(d), follower, down, POLICY), 0.09, 0.13, 2e-5);
        assertEquals(0.1091625, edge.orElseThrow(), 4e-5);
        assertFalse(edge.yesAbove());
    }

    @Test
    @Tag("slow")
    void criticalCouplingOfTheSeededPairByBisection() {
        FlowFamily family = Models.phases();
        Boundary.Edge edge = Boundary.bisect(
                x -> Decision.oscillates(
                        family.at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", x, "kappa", 1.0)),
                        new double[] {Math.PI, Math.PI},
                        POLICY),
                0.5,
                1,
                1e-5);
        assertEquals(0.5 / 0.7, edge.orElseThrow(), 2e-5);
    }

    @Test
    void aBoundaryCurveIsFollowedInTwoParameters() {
        List<Boundary.CurvePoint> curve =
                Boundary.follow((x, y) -> Decision.of(y > x * x), new double[] {0.1, 0.2, 0.3, 0.4, 1.5}, 0, 1, 1e-9);
        for (int i = 0; i < 4; i++) {
            double x = curve.get(i).x();
            assertEquals(x * x, curve.get(i).edge().orElseThrow(), 1e-8);
        }
        assertEquals(Boundary.Status.SAME_ANSWER, curve.get(4).edge().status());
    }

    @Test
    void groundStateBoundaryOfTheEngineAsACurve() {
        FlowFamily engine = Models.paper("optomech-engine");
        List<Boundary.CurvePoint> curve = Boundary.follow(
                (g, w) -> Decision.oscillates(engine.at(Map.of("g", g, "Omega", w)), GROUND, POLICY),
                new double[] {0.6, 0.8, 1.0},
                0.1,
                1.2,
                1e-5);
        assertEquals(0.34454876239299764, curve.get(0).edge().orElseThrow(), 2e-5);
        assertEquals(0.7342380707561971, curve.get(2).edge().orElseThrow(), 2e-5);
    }

    @Test
    void equalAnswersAndOpenEndsAreNamed() {
        assertEquals(
                Boundary.Status.SAME_ANSWER,
                Boundary.bisect(x -> Decision.YES, 0, 1, 1e-3).status());
        assertEquals(
                Boundary.Status.UNDECIDED_END,
                Boundary.bisect(x -> Decision.UNDECIDED, 0, 1, 1e-3).status());
    }
}
