package org.escapement.dynamics.fluctuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.ode.Tolerances;
import org.junit.jupiter.api.Test;

/** The quantum van der Pol oscillator: one-quantum gain, two-quantum loss. */
class PeriodicCovarianceTest {

    private static final OpenSystem VAN_DER_POL = ModelReader.read("""
            model: van der Pol
            parameters: {omega: 1.3, gain: 0.4, loss: 0.25, chi: 0}
            modes: [a]
            hamiltonian:
              oscillation: omega*a.n
              shear: chi/N*a.adag*a.adag*a.a*a.a
            jumps:
              gain: {operator: a.adag, rate: gain, bath: pump}
              loss: {operator: a.a*a.a, rate: loss/N, bath: sink}
            states: {s: {a: [1, 0]}}
            """, "vdp.yaml");

    private static FluctuationPoint at(Map<String, Double> values) {
        return FluctuationProgram.of(FluctuationEquations.derive(VAN_DER_POL))
                .at(ParameterValues.of(VAN_DER_POL, values));
    }

    @Test
    void theCycleOfTheVanDerPolOscillatorHasItsKnownWidthAndPhaseDiffusion() {
        FluctuationPoint point = at(Map.of());
        double radius = Math.sqrt(0.4 / (2 * 0.25));
        PeriodicCovariance cycle =
                PeriodicCovariance.at(point, new double[] {radius, 0}, 2 * Math.PI / 1.3, new Tolerances(1e-12, 1e-12));
        // δr' = -gain δr with noise of strength (gain + 4 loss r²)/4 = 3 gain/4 in each direction.
        double strength = 3 * 0.4 / 4;
        assertEquals(
                Math.exp(-0.4 * 2 * Math.PI / 1.3),
                cycle.multipliers().getFirst().modulus(),
                1e-9);
        assertEquals(strength / (2 * 0.4), cycle.state().covariances()[0][0], 1e-9);
        assertEquals(0, cycle.state().covariances()[1][1], 1e-9);
        // Variance of the phase over omega².
        assertEquals(strength / (radius * radius) / (1.3 * 1.3), cycle.phaseDiffusion(), 1e-9);
        assertTrue(cycle.residual() < 1e-12 && cycle.neutrality() < 1e-9);
    }

    @Test
    void shearTurnsWidthIntoPhaseDiffusionAsAPlainIntegrationSees() {
        Map<String, Double> values = Map.of("chi", 0.2);
        FluctuationPoint point = at(values);
        double radius = Math.sqrt(0.4 / (2 * 0.25));
        double period = 2 * Math.PI / (1.3 + 2 * 0.2 * radius * radius);
        PeriodicCovariance cycle =
                PeriodicCovariance.at(point, new double[] {radius, 0}, period, new Tolerances(1e-12, 1e-12));
        double[] start = point.start(new double[] {radius, 0}, cycle.state().covariances());
        double early = Crystals.evolved(point, start, 20 * period).covariances()[1][1];
        double late = Crystals.evolved(point, start, 30 * period).covariances()[1][1];
        double speed = radius * 2 * Math.PI / period;
        assertEquals(cycle.phaseDiffusion(), (late - early) / (10 * period) / (speed * speed), 1e-7);
        assertEquals(
                cycle.state().covariances()[0][0],
                Crystals.evolved(point, start, 30 * period).covariances()[0][0],
                1e-8);
    }

    @Test
    void familiesOfClosedOrbitsAreRefused() {
        // One driven crystal of setup 1 with J = Jz: its orbits come in families.
        FluctuationPoint crystal = Crystals.at(Map.of("J", 0.0, "Jz", 0.0, "Omega1", 2.0, "Omega2", 2.0));
        double ground = -Math.sqrt(0.5);
        double period = 2 * Math.PI / Math.sqrt(3);
        double[] mean = {0, 0, ground, 0, 0, ground};
        assertThrows(
                ModelException.class, () -> PeriodicCovariance.at(crystal, mean, period, new Tolerances(1e-12, 1e-12)));
    }
}
