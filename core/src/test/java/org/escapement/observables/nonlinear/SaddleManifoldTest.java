package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Test;

class SaddleManifoldTest {

    private static final Accuracy FINE = Accuracy.fine();
    private static final FlowFamily PENDULUM = FlowFamily.of(List.of("x", "v"), Models.parse("v", "-sin(x) - kappa*v"));

    private static FixedPoint upright(Flow flow) {
        return FixedPoints.of(flow).describe(new double[] {Math.PI, 0});
    }

    private static SaddleManifold.Crossing speedAtTheBottom(SaddleManifold manifold, double side, boolean rising) {
        Section bottom = new Section(Models.parse("sin(x/2)"), 0, rising);
        return manifold.first(List.of(bottom), new double[] {side, 0}, 100, FINE)
                .orElseThrow();
    }

    @Test
    void withoutFrictionBothCurvesOfThePendulumAreItsSeparatrix() {
        Flow flow = PENDULUM.at(Map.of("kappa", 0.0));
        SaddleManifold leaving = SaddleManifold.unstable(flow, upright(flow));
        assertEquals(1, leaving.rate(), 1e-12);
        SaddleManifold.Crossing ahead = speedAtTheBottom(leaving, 1, false);
        SaddleManifold.Crossing before = speedAtTheBottom(SaddleManifold.stable(flow, upright(flow)), -1, false);
        // The separatrix v = 2 cos(x/2) passes the bottom with speed 2.
        assertEquals(2, ahead.state()[1], 1e-9);
        assertEquals(2, before.state()[1], 1e-9);
        assertTrue(before.time() < 0 && ahead.time() > 0);
    }

    @Test
    void frictionOpensTheSeparatrixByItsWorkToFirstOrder() {
        Flow flow = PENDULUM.at(Map.of("kappa", 1e-5));
        double leaving = speedAtTheBottom(SaddleManifold.unstable(flow, upright(flow)), 1, false)
                .state()[1];
        double arriving = speedAtTheBottom(SaddleManifold.stable(flow, upright(flow)), -1, false)
                .state()[1];
        // Each half of the separatrix loses the work kappa * integral of v dx = 4 kappa.
        assertEquals(4e-5, arriving - leaving, 1e-9);
    }

    @Test
    void aManifoldOfMoreDimensionsIsNoCurve() {
        Flow lorenz = Models.lorenz().at(Models.lorenz(28));
        FixedPoint origin = FixedPoints.of(lorenz).describe(new double[] {0, 0, 0});
        assertEquals(1, SaddleManifold.unstable(lorenz, origin).rate() > 0 ? 1 : 0);
        ArithmeticException problem =
                assertThrows(ArithmeticException.class, () -> SaddleManifold.stable(lorenz, origin));
        assertTrue(problem.getMessage().contains("2 decaying"), problem.getMessage());
    }

    @Test
    void aCurveThatCrossesNoneOfTheSectionsSaysSo() {
        Flow flow = PENDULUM.at(Map.of("kappa", 0.0));
        Section fast = Section.rising(Models.parse("v"), 3);
        assertTrue(SaddleManifold.unstable(flow, upright(flow))
                .first(List.of(fast), new double[] {1, 0}, 50, FINE)
                .isEmpty());
    }
}
