package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.Complex;
import org.junit.jupiter.api.Test;

class PeriodicOrbitsTest {

    private static final double[] GROUND = {0, 0, -1, 0, 0, 0, 0};
    private static final List<Expression> AVERAGED = Models.parse("mirror.v^2", "cavity.re^2 + cavity.im^2");

    private static PeriodicOrbit engine(double omega, double g) {
        Flow flow = Models.paper("optomech-engine").at(Map.of("Omega", omega, "g", g));
        return PeriodicOrbits.of(flow).averaging(AVERAGED).find(GROUND).orElseThrow();
    }

    @Test
    void runningCycleOfTheEngineWithItsExactAverages() {
        PeriodicOrbit orbit = engine(1, 1);
        assertEquals(3.2425200696265373, orbit.period(), 1e-8);
        assertArrayEquals(new double[] {5.203969106300069e-05, 0.031126227091228812}, orbit.averages(), 1e-9);
        assertTrue(orbit.periodError() < 1e-8);
        assertTrue(orbit.closure() < 1e-9);
        assertEquals(1.9377475458, orbit.frequency(), 1e-8);
    }

    @Test
    void multipliersOfTheRunningCycleShowTheNeutralAngle() {
        PeriodicOrbit orbit = engine(1.5, 1);
        // Spin and light: 1 (shift), 1 (length), 1 (angle chi), twice exp(-kappa T/2); the mirror adds its damped pair.
        double damped = Math.exp(-orbit.period() / 2);
        double[] moduli =
                orbit.multipliers().stream().mapToDouble(Complex::modulus).toArray();
        assertArrayEquals(new double[] {1, 1, 1, damped, damped, damped, damped}, moduli, 1e-10);
        assertEquals(1, orbit.neutralFamily());
        assertEquals(0.34868133134027357, damped, 1e-9);
    }

    @Test
    void shortCyclesAreNotCountedSeveralTimes() {
        PeriodicOrbit orbit = engine(20, 1);
        assertEquals(0.15707966337274193, orbit.period(), 1e-8);
        assertEquals(4.7676e-13, orbit.averages()[0], 4.8e-16);
    }

    @Test
    void seededOrbitLocksTheFollowerWhileTheSeedStaysNeutral() {
        Flow flow = Models.paper("seeding").at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.1));
        PeriodicOrbit orbit =
                PeriodicOrbits.of(flow).find(new double[] {0, 0, -1, 0, 0, -1}).orElseThrow();
        assertEquals(1.0120315488854446, orbit.frequency(), 1e-9);
        assertEquals(1, orbit.neutralFamily());
        double[] exponents = orbit.exponents();
        Arrays.sort(exponents);
        assertArrayEquals(new double[] {-0.5745077018468281, -0.5745077018468281, 0, 0, 0, 0}, exponents, 1e-9);
    }

    @Test
    void theSameOrbitInAnglesTurnsOnce() {
        Flow flow = Models.phases().at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.2, "kappa", 1.0));
        PeriodicOrbit orbit = PeriodicOrbits.of(flow)
                .section(Section.falling(Models.parse("sin(theta_A)"), 0))
                .find(new double[] {Math.PI, Math.PI})
                .orElseThrow();
        assertEquals(0.9034732614996283, orbit.frequency(), 1e-9);
        assertArrayEquals(new int[] {-1, 0}, orbit.turns());
        assertEquals(-0.6946176159983116, orbit.exponents()[1], 1e-8);
    }

    @Test
    void everyOrbitOfASingleEnsembleHasTheSameFrequency() {
        FlowFamily family = Models.coupledCrystal();
        Flow flow = family.at(Map.of("g", 0.0, "kappa", 0.7, "Omega", 1.8));
        double expected = Math.sqrt(1.8 * 1.8 - 0.7 * 0.7);
        for (double tilt : new double[] {0.1, 0.9, 2}) {
            double[] start = {Math.sqrt(0.5) * Math.sin(tilt), 0, -Math.sqrt(0.5) * Math.cos(tilt)};
            PeriodicOrbit orbit = PeriodicOrbits.of(flow).find(start).orElseThrow();
            assertEquals(expected, orbit.frequency(), 1e-9);
            assertEquals(1, orbit.neutralFamily());
        }
    }

    @Test
    void anOrbitThatDoesNotCloseIsSaidNotToClose() {
        Flow flow = Models.paper("seeding").at(Map.of("Omega_A", 1.15, "Omega_B", 1.1, "Gamma", 0.05));
        OrbitSearch search = PeriodicOrbits.of(flow).windows(50, 2000).find(new double[] {0, 0, -1, 0, 0, -1});
        OrbitSearch.NotFound none = assertInstanceOf(OrbitSearch.NotFound.class, search);
        assertEquals(OrbitSearch.Reason.DOES_NOT_CLOSE, none.reason());
        assertTrue(none.closest() > 1e-4);
        assertThrows(ArithmeticException.class, search::orElseThrow);
    }

    @Test
    void aSolutionThatComesToRestHasNoPeriod() {
        Flow flow = Models.paper("optomech-engine").at(Map.of("Omega", 0.5));
        OrbitSearch search = PeriodicOrbits.of(flow).find(GROUND);
        assertEquals(OrbitSearch.Reason.RESTS, ((OrbitSearch.NotFound) search).reason());
    }

    @Test
    void relaxationOscillator() {
        Flow flow = Models.vanDerPol().at(Map.of("mu", 1.0));
        PeriodicOrbit orbit =
                PeriodicOrbits.of(flow).find(new double[] {0.1, 0}).orElseThrow();
        // Period and multiplier of the van der Pol oscillator at mu = 1; the multiplier is exp of the mean divergence.
        assertEquals(6.6632868593, orbit.period(), 1e-9);
        assertEquals(0, orbit.neutralFamily());
        double divergence = PeriodicOrbits.of(flow)
                .averaging(List.of(Models.parse("mu*(1 - x^2)")))
                .find(new double[] {0.1, 0})
                .orElseThrow()
                .averages()[0];
        assertEquals(divergence, orbit.exponents()[1], 1e-8);
    }
}
