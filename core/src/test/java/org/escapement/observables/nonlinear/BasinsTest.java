package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.escapement.numerics.linear.DenseAlgebra;
import org.junit.jupiter.api.Test;

class BasinsTest {

    private static final LongTimePolicy POLICY = LongTimePolicy.standard();

    @Test
    void twoWellsAttractEqualSharesOfASymmetricGrid() {
        Flow wells = FlowFamily.of(List.of("x", "v"), Models.parse("v", "x - x^3 - kappa*v"))
                .at(Map.of("kappa", 1.0));
        List<double[]> grid = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) grid.add(new double[] {-1.5 + 0.6 * i, -1.5 + 0.6 * j});
        }
        Basins basins = Basins.of(wells, grid, POLICY);
        assertEquals(2, basins.basins().size());
        assertEquals(0.5, basins.basins().getFirst().share());
        assertEquals(Math.sqrt(0.25 / 36), basins.basins().getFirst().error(), 1e-12);
        assertEquals(0, basins.oscillating());
        assertTrue(basins.unsettled().isEmpty());
        // A start on the separatrix is not given to either.
        Basins between = Basins.of(wells, List.of(new double[] {0, 0}, new double[] {1, 0}), POLICY);
        assertEquals(2, between.starts());
    }

    @Test
    void restAndRotationOfTheEngineCoexistBetweenItsBoundaries() {
        FlowFamily engine = Models.paper("optomech-engine")
                .fixing(Map.of("GL", 0.0, "Delta", 0.0, "delta0", 0.0, "nu", 0.0, "lam", 0.0))
                .reducedTo(List.of("S.y", "S.z", "cavity.re"));
        double[] ground = {0, -1, 0};
        Flow flow = engine.at(Map.of("Omega", 0.7));
        List<double[]> starts = Basins.randomStarts(flow, ground, 1.5, 40, 3);
        for (double[] s : starts) assertEquals(flow.conserved(ground)[0], flow.conserved(s)[0], 1e-12);
        Basins basins = Basins.of(flow, starts, POLICY);
        assertEquals(2, basins.basins().size());
        assertTrue(basins.oscillating() > 0.1 && basins.oscillating() < 0.9, "" + basins.oscillating());
        assertTrue(Basins.of(engine.at(Map.of("Omega", 0.5)), starts, POLICY).oscillating() == 0);
    }

    @Test
    void randomStartsOfSpinsAreEvenOnTheirSpheres() {
        Flow pair = Models.paper("seeding").at(Map.of());
        double[] mean = new double[6];
        int count = 2000;
        for (double[] s : Basins.randomStarts(pair, new double[] {0, 0, -1, 0, 0, -1}, 0, count, 9)) {
            assertEquals(1, DenseAlgebra.norm(Arrays.copyOf(s, 3)), 1e-12);
            for (int i = 0; i < 6; i++) mean[i] += s[i] / count;
        }
        for (double m : mean) assertEquals(0, m, 4 / Math.sqrt(3.0 * count));
    }

    @Test
    void statesWithoutReachableConstantsOfMotionAreRefused() {
        Flow flow = FlowFamily.of(List.of("x", "y"), Models.parse("y", "-x"))
                .conserving(Map.of("radius", Models.parse("x^2 + y^2")))
                .at(Map.of());
        assertEquals(2, DenseAlgebra.norm(Levels.nearest(flow, new double[] {1, 0.5}, new double[] {0, 2})), 1e-9);
        assertThrows(ArithmeticException.class, () -> Levels.nearest(flow, new double[] {0, 0}, new double[] {0, 2}));
    }

    @Test
    void sweepingTheDriveUpAndDownShowsTheLoopOfTheBistableLight() {
        FlowFamily engine = Models.paper("optomech-engine")
                .fixing(Map.of("GL", 0.0, "Delta", 0.0, "delta0", 0.0, "lam", 0.0))
                .reducedTo(List.of("S.y", "S.z", "cavity.re"));
        double[] values = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
        HysteresisSweep sweep =
                HysteresisSweep.of(engine, Map.of("nu", 0.1), "Omega", values, new double[] {0, -1, 0}, 1e-6, POLICY);
        // Absorptive bistability with 2C = 40: folds of y = x + 40 x/(1 + x^2) at Omega = 0.4418 and 0.7321.
        assertEquals(List.of(new HysteresisSweep.Loop(0.5, 0.7)), sweep.loops());
        assertEquals(-0.7845103798682113, sweep.upward().get(3).state()[1], 1e-8);
        assertTrue(sweep.downward().get(3).state()[1] > -0.01);
    }
}
