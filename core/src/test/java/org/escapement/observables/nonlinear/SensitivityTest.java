package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    @Test
    void perturbationOfTheLightByTheMovingMirror() {
        FlowFamily engine = Models.paper("optomech-engine");
        double[] ground = {0, 0, -1, 0, 0, 0, 0};
        List<Sensitivity.Row> rows = Sensitivity.of(engine, "GL")
                .along(Map.of("Omega", 1.0, "GL", 0.0), ground, new double[] {5, 20, 50, 100}, Accuracy.fine());
        double[] expected = {-0.014734332937427472, -0.053520100859426996, -0.09359818800208375, -0.16387798234930623};
        int im = engine.variables().indexOf("cavity.im");
        int re = engine.variables().indexOf("cavity.re");
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], rows.get(i).derivative()[im], 1e-8);
            assertEquals(0, rows.get(i).derivative()[re], 1e-12);
        }
    }

    @Test
    void definitionsThatDependOnTheParameterAreDifferentiated() {
        FlowFamily family = Models.paper("coupled-btc");
        double[] start = {0.1, 0.2, -0.6, 0.3, -0.1, -0.5};
        Accuracy fine = Accuracy.fine();
        double[] up = Sensitivity.of(family, "kappa")
                .along(Map.of("kappa", 1.0001), start, new double[] {3}, fine)
                .getFirst()
                .state();
        Sensitivity.Row middle = Sensitivity.of(family, "kappa")
                .along(Map.of("kappa", 1.0), start, new double[] {3}, fine)
                .getFirst();
        double[] down = Sensitivity.of(family, "kappa")
                .along(Map.of("kappa", 0.9999), start, new double[] {3}, fine)
                .getFirst()
                .state();
        for (int i = 0; i < 6; i++) assertEquals((up[i] - down[i]) / 2e-4, middle.derivative()[i], 1e-7);
    }

    @Test
    void slowDriftOfTheNeutralAngle() {
        assertEquals(-0.00016072156967355535, drift(0), 1e-8);
        assertEquals(-0.0012017043330981867, drift(0.2), 1e-7);
    }

    private static double drift(double chi) {
        FlowFamily engine = Models.paper("optomech-engine");
        double s = 1.5;
        // Spec: with angle chi and th = 0, D = -s cos(chi) exp(i chi), beta = exp(i chi) th'/2; here th' = 2 s.
        double sx = -s * Math.cos(chi) * Math.sin(chi);
        double sy = s * Math.sin(chi) * Math.sin(chi);
        double sz = -Math.sqrt(1 - s * s * Math.sin(chi) * Math.sin(chi));
        double[] start = {sx / 2, sy / 2, sz, s * Math.cos(chi) - s, s * Math.sin(chi), 0, 0};
        Map<String, Double> point = Map.of("Omega", s, "GL", 0.0);
        PeriodicOrbit orbit = PeriodicOrbits.of(engine.at(point)).find(start).orElseThrow();
        return Sensitivity.of(engine, "GL")
                .drift(point, orbit, Models.parse("atan2(2*S.x, 2*S.y - 1.5)"), Accuracy.fine());
    }
}
