package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Test;

class SynchronisationTest {

    private static final Accuracy FINE = Accuracy.fine();
    private static final double[] DOWN = {Math.PI, Math.PI};
    private static final List<Angle> BOTH = List.of(Angle.variable("theta_A"), Angle.variable("theta_B"));

    private static List<ObservedFrequency> winding(double a, double b, double gamma) {
        return winding(a, b, gamma, 2200);
    }

    private static List<ObservedFrequency> winding(double a, double b, double gamma, double to) {
        Flow flow = Models.phases().at(Map.of("Omega_A", a, "Omega_B", b, "Gamma", gamma, "kappa", 1.0));
        return Synchronisation.windingRates(flow, BOTH, DOWN, 200, to, FINE);
    }

    @Test
    void anEnsembleAloneTurnsWithTheFrequencyOfItsMoebiusMap() {
        List<ObservedFrequency> rates = winding(1.15, 1.1, 0);
        assertEquals(Math.sqrt(1.15 * 1.15 - 1), rates.get(0).value(), 1e-9);
        assertEquals(Math.sqrt(1.1 * 1.1 - 1), rates.get(1).value(), 1e-9);
    }

    @Test
    void windingRatesOfCoupledEnsemblesDoNotDependOnTheWindow() {
        List<ObservedFrequency> rates = winding(1.15, 1.1, 0.05);
        List<ObservedFrequency> longer = winding(1.15, 1.1, 0.05, 3200);
        for (int i = 0; i < 2; i++) {
            assertEquals(longer.get(i).value(), rates.get(i).value(), 1e-7);
            assertEquals(ObservedFrequency.Kind.TURNING, rates.get(i).kind());
        }
        // Plain averages over 6000, which are off by up to 2 pi/6000.
        assertEquals(0.4808649096328013, rates.get(0).value(), 1e-3);
        assertEquals(0.35304070316873676, rates.get(1).value(), 1e-3);
        assertEquals(0.12771428, Synchronisation.mismatch(rates.get(0), rates.get(1)), 1e-7);
    }

    @Test
    void aVectorTurnsLikeItsAngle() {
        Flow flow = Models.paper("seeding").at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.1));
        List<Angle> angles = List.of(
                Angle.of("A", Models.parse("A.y"), Models.parse("A.z")),
                Angle.of("B", Models.parse("B.y"), Models.parse("B.z")));
        List<ObservedFrequency> rates = Synchronisation.windingRates(
                flow, angles, new double[] {0, 0, -1, 0, 0, -1}, 100, 100 + 40 * 6.208487585278107, FINE);
        assertEquals(1.0120315, rates.get(0).value(), 1e-6);
        assertEquals(ObservedFrequency.Kind.OSCILLATING, rates.get(1).kind());
    }

    @Test
    void theFrequencyOfAFixedPointIsZeroAndLabelled() {
        List<ObservedFrequency> rates = winding(1.5, 0.9, 1);
        assertEquals(ObservedFrequency.Kind.UNBROKEN, rates.get(0).kind());
        assertEquals(0, rates.get(0).value(), 0);
        Flow flow = Models.paper("seeding").at(Map.of("Gamma", 1.0));
        ObservedFrequency crossing = Synchronisation.crossingFrequencies(
                        flow, Models.parse("A.z", "B.z"), new double[] {0, 0, -1, 0, 0, -1}, 200, 400, 0.1, FINE)
                .getFirst();
        assertEquals(ObservedFrequency.Kind.UNBROKEN, crossing.kind());
        assertEquals(0, crossing.value(), 0);
    }

    private static List<Expression> fiveSignals() {
        return List.of("z1", "z2", "z3", "z4", "z5").stream()
                .map(Expression::symbol)
                .toList();
    }

    private static double[] fiveStart() {
        double[] start = new double[15];
        for (int i = 0; i < 15; i += 3) start[i] = 1;
        return start;
    }

    @Test
    void fiveEnsemblesLockFromOneStart() {
        Flow flow = Models.five(0.3, 0.5);
        List<ObservedFrequency> crossings =
                Synchronisation.crossingFrequencies(flow, fiveSignals(), fiveStart(), 400, 1400, 0.1, FINE);
        crossings.forEach(f -> assertEquals(0.33822792059035667, f.value(), 1e-7));
        assertTrue(Synchronisation.variance(crossings) < 1e-12);
        List<ObservedFrequency> lines =
                Synchronisation.spectralFrequencies(flow, fiveSignals(), fiveStart(), 400, 1400, 8192, FINE);
        lines.forEach(f -> assertEquals(0.338228, f.value(), 0.05 * f.resolution()));
    }

    @Test
    void fiveEnsemblesDoNotLockAtSmallDetuning() {
        List<ObservedFrequency> crossings = Synchronisation.crossingFrequencies(
                Models.five(0.05, 0.5), fiveSignals(), fiveStart(), 400, 1400, 0.1, FINE);
        assertTrue(Synchronisation.variance(crossings) > 1e-4);
    }

    @Test
    void lockingRatiosByContinuedFractions() {
        Synchronisation.LockingRatio ratio =
                Synchronisation.lockingRatio(1.5, 1.0000001, 1e-5, 20).orElseThrow();
        assertEquals(3, ratio.p());
        assertEquals(2, ratio.q());
        assertEquals(Optional.empty(), Synchronisation.lockingRatio(Math.sqrt(2), 1, 1e-6, 100));
        assertEquals(Optional.empty(), Synchronisation.lockingRatio(0, 1, 1e-6, 100));
    }

    @Test
    void correlationOfShiftedOscillations() {
        FlowFamily turning = FlowFamily.of(List.of("x", "v"), Models.parse("v", "-x"));
        double coefficient = Synchronisation.pearson(
                turning.at(Map.of()),
                Models.parse("x"),
                Models.parse("0.6*x + 0.8*v + 3"),
                new double[] {1, 0},
                0,
                8 * Math.PI,
                FINE);
        assertEquals(0.6, coefficient, 1e-9);
    }
}
