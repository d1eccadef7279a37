package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.observables.nonlinear.FixedPoint.Kind;
import org.escapement.observables.nonlinear.FixedPointSet.Extent;
import org.junit.jupiter.api.Test;

class AllFixedPointsTest {

    private static final double[] GROUND = {0, 0, -1, 0, 0, 0, 0};

    private static List<Kind> kinds(FixedPointSet set) {
        return set.points().stream().map(FixedPoint::kind).sorted().toList();
    }

    @Test
    void absorptiveBistabilityHasThreeStatesOfWhichTheMiddleOneIsUnstable() {
        Flow engine = Models.paper("optomech-engine").at(Map.of("Omega", 0.6, "nu", 0.1));
        FixedPointSet set = FixedPoints.all(engine, GROUND);
        assertEquals(Extent.ALL, set.extent());
        assertEquals(List.of(Kind.STABLE_FOCUS, Kind.STABLE_FOCUS, Kind.SADDLE), kinds(set));
        // y = x + 2C x/(1 + x^2) with x = sqrt(8) A/nu, y = sqrt(8) Omega/nu, 2C = 4 g^2/(kappa nu).
        for (FixedPoint p : set.points()) {
            double x = Math.sqrt(8) * (0.6 + p.state()[3]) / 0.1;
            assertEquals(Math.sqrt(8) * 0.6 / 0.1, x + 40 * x / (1 + x * x), 1e-9);
            assertEquals(-1 / (1 + x * x), p.state()[2], 1e-12);
        }
    }

    @Test
    void constraintsAreKeptAndTheirDirectionsAreNotCountedAsNeutral() {
        FlowFamily pair = Models.paper("seeding");
        double[] down = {0, 0, -1, 0, 0, -1};
        FixedPointSet unbroken = FixedPoints.all(pair.at(Map.of("Gamma", 0.8)), down);
        assertEquals(Extent.ALL, unbroken.extent());
        assertEquals(List.of(Kind.STABLE_NODE, Kind.SADDLE, Kind.SADDLE, Kind.UNSTABLE_NODE), kinds(unbroken));
        for (FixedPoint p : unbroken.points()) assertEquals(0, p.neutral());
        double my = 1.5 - 0.8 / 1.8 * 1.2;
        double[] stable = unbroken.attracting().getFirst().state();
        assertEquals(my, stable[1], 1e-12);
        assertEquals(-Math.sqrt(1 - my * my), stable[2], 1e-12);
        FixedPointSet oscillating = FixedPoints.all(pair.at(Map.of("Gamma", 0.1)), down);
        assertEquals(Extent.ALL, oscillating.extent());
        assertTrue(oscillating.attracting().isEmpty(), "nothing to settle at below the critical coupling");
    }

    @Test
    void familiesAreSaidToBeFamilies() {
        FlowFamily circle = FlowFamily.of(List.of("x", "y"), Models.parse("x*(1 - x^2 - y^2)", "y*(1 - x^2 - y^2)"));
        FixedPointSet set = FixedPoints.all(circle.at(Map.of()), new double[] {0.3, 0.4});
        assertEquals(Extent.ALL_ISOLATED, set.extent());
        assertEquals(
                List.of(Kind.UNSTABLE_NODE),
                set.points().stream()
                        .filter(p -> p.neutral() == 0)
                        .map(FixedPoint::kind)
                        .toList());
        assertTrue(set.points().stream().anyMatch(p -> p.neutral() == 1));
    }

    @Test
    void doubleRootsAtAFoldAreFoundAsMultiple() {
        FlowFamily fold = FlowFamily.of(List.of("x"), List.of(Models.parse("mu - x^2")));
        assertEquals(
                2,
                FixedPoints.all(fold.at(Map.of("mu", 0.25)), new double[] {0})
                        .points()
                        .size());
        assertEquals(
                0,
                FixedPoints.all(fold.at(Map.of("mu", -0.25)), new double[] {0})
                        .points()
                        .size());
        FixedPointSet there = FixedPoints.all(fold.at(Map.of("mu", 0.0)), new double[] {0});
        assertEquals(Extent.ALL_ISOLATED, there.extent());
        assertEquals(0, there.points().getFirst().state()[0], 1e-6);
    }

    @Test
    void otherEquationsAreSearchedFromScatteredStarts() {
        FlowFamily pendulum = FlowFamily.of(List.of("x", "v"), Models.parse("v", "-sin(x) - kappa*v"));
        FixedPointSet set = FixedPoints.all(pendulum.at(Map.of("kappa", 0.5)), new double[] {0, 0});
        assertEquals(Extent.FOUND, set.extent());
        assertTrue(set.message().contains("not polynomials"), set.message());
        assertTrue(set.points().stream().anyMatch(p -> p.kind() == Kind.STABLE_FOCUS));
    }
}
