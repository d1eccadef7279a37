package org.escapement.dynamics.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.SpectralDensity;
import org.junit.jupiter.api.Test;

final class SecondOrderTest {

    private static void agree(Estimated a, Estimated b, double tolerance) {
        assertEquals(a.value(), b.value(), tolerance * Math.abs(a.value()), () -> a + " against " + b);
    }

    private static void agree(HarmonicNetwork network, double tolerance) {
        SecondOrder closed = SecondOrder.of(network);
        SecondOrder integrals = SecondOrder.byQuadrature(network);
        for (int l = 0; l < network.size(); l++) {
            agree(closed.flows().powers().get(l), integrals.flows().powers().get(l), tolerance);
            agree(closed.fluctuation(l), integrals.fluctuation(l), tolerance);
        }
        agree(closed.flows().power(), integrals.flows().power(), tolerance);
        agree(closed.totalFluctuation(), integrals.totalFluctuation(), tolerance);
        agree(closed.flows().staticHeat(), integrals.flows().staticHeat(), 100 * tolerance);
    }

    @Test
    void closedFormsAndQuadratureAgreeToElevenDigitsAtALowCutoff() {
        agree(new Pair(100, 0.01, 1.2, 0.1, 0.1, Math.PI / 2, 200).network(), 1e-11);
        agree(new Pair(100, 0.01, 1.2, 1.9, 0.1, 0.4, 10).network(), 1e-11);
        agree(new Pair(2, 0.01, 1.2, 0.5, 0.7, 0.7, 2).network(), 1e-11);
        agree(new Pair(0.01, 0.001, 1.2, 0.1, 0.1, Math.PI / 2, 0.1).network(), 1e-11);
    }

    @Test
    void closedFormsAndQuadratureAgreeAtAHighCutoff() {
        agree(new Pair(100, 0.01, 1000, 0.1, 0.1, Math.PI / 2, 0.5).network(), 1e-8);
        agree(new Pair(100, 0.01, 1000, 0.5, 0.3, 1.1, 5).network(), 1e-8);
    }

    @Test
    void zeroTemperatureHasPowersAndFluctuationsButNoEntropy() {
        HarmonicNetwork cold = new Pair(1, 0.01, 1.2, 0, 0, 1, 2).network();
        agree(cold, 1e-11);
        agree(new Pair(1, 0.01, 1.2, 0.2, 0, 1, 2).network(), 1e-11);
        agree(new Pair(1, 0.01, 1.2, 0, 0.2, 1, 2).network(), 1e-11);
        String message = assertThrows(NotApplicableException.class, SecondOrder.of(cold)::entropyProduction)
                .getMessage();
        assertTrue(message.contains("temperature 0"), message);
    }

    @Test
    void aCutoffAtAMatsubaraFrequencyIsNoSpecialCase() {
        agree(new Pair(1, 0.01, 2 * Math.PI * 0.2, 0.2, 0.3, 1, 2).network(), 1e-11);
        agree(new Pair(1, 0.01, 2 * Math.PI * 0.2, 0.2, 0.2, 1, 2).network(), 1e-11);
        agree(new Pair(1, 0.01, 4 * Math.PI * 0.2 * (1 + 1e-7), 0.2, 0.3, 1, 2).network(), 1e-11);
    }

    @Test
    void overlappingResonancesAreRightToo() {
        for (double off : new double[] {0, 1e-9, 1e-5, 1e-3}) {
            HarmonicNetwork critical = HarmonicNetwork.named("critically damped")
                    .oscillator("A", 1, 1)
                    .drivenAt(2)
                    .bath("s", new SpectralDensity.StrictlyOhmic(2 + off), 0.3, Map.of("A", Coupling.constant(1)))
                    .bath("m", SpectralDensity.drude(0.01, 1.2), 0.3, Map.of("A", Coupling.cosine(1, 0)))
                    .build();
            agree(critical, 1e-10);
            double t = 1.7;
            double response = Resonances.of(NetworkResponse.of(critical)).inTime(0, 0, t);
            assertEquals(t * Math.exp(-t), response, 1e-12 + off);
        }
    }

    @Test
    void lorentzianBathsHaveClosedFormsAsWell() {
        agree(
                new Pair(1, 0.01, 1.2, 0.2, 0.3, 1, 2).network(new SpectralDensity.LorentzianPeak(0.02, 1.1, 0.3)),
                1e-11);
        agree(new Pair(1, 0.01, 1.2, 0.2, 0.3, 1, 2).network(new SpectralDensity.LorentzianPeak(0.02, 1.1, 5)), 1e-11);
    }

    @Test
    void severalStaticBathsAndHarmonicsAgreeWithQuadrature() {
        SpectralDensity drude = SpectralDensity.drude(0.01, 1.2);
        Coupling both = new Coupling(0.3, List.of(new Harmonic(1, 1, 0), new Harmonic(2, 0.4, 0.5)));
        HarmonicNetwork network = HarmonicNetwork.named("three")
                .oscillator("A", 1, 1)
                .oscillator("B", 2, 1)
                .oscillator("C", 1, 0.7)
                .drivenAt(2)
                .bath(
                        "s",
                        new SpectralDensity.StrictlyOhmic(0.4),
                        0.2,
                        Map.of("A", Coupling.constant(1), "B", Coupling.constant(0.5)))
                .bath(
                        "t",
                        SpectralDensity.drude(0.6, 3),
                        0.2,
                        Map.of("C", Coupling.constant(1), "B", Coupling.constant(0.5)))
                .bath("m", drude, 0.5, Map.of("A", both, "B", Coupling.cosine(0.2, 1), "C", Coupling.cosine(1, 1)))
                .build();
        agree(network, 1e-10);
    }

    @Test
    void theSlopeOfThePowerIsItsDerivative() {
        double h = 1e-3;
        Estimated slope = SecondOrder.of(new Pair(2, 0.01, 1.2, 0.5, 0.7, 0.7, 2).network())
                .powerSlope(0);
        double[] p = new double[5];
        for (int i = 0; i < 5; i++) {
            p[i] = SecondOrder.byQuadrature(new Pair(2, 0.01, 1.2, 0.5, 0.7, 0.7, 2 + (i - 2) * h).network())
                    .flows()
                    .powers()
                    .get(0)
                    .value();
        }
        assertEquals((p[0] - 8 * p[1] + 8 * p[3] - p[4]) / (12 * h), slope.value(), 1e-9 * Math.abs(slope.value()));
    }

    @Test
    void theTotalPowerObeysTheUncertaintyRelation() {
        for (double drive : new double[] {0.01, 0.3, 2, 40}) {
            for (double phase : new double[] {0, 1, 2.5}) {
                SecondOrder order = SecondOrder.of(new Pair(3, 0.01, 1.2, 0.4, 0.2, phase, drive).network());
                Precision p = order.precision();
                assertTrue(p.totalRatio().value() >= 2);
                assertTrue(p.entropyProduction().value() > 0);
                assertEquals(
                        0, order.flows().balance(), 1e-13 * Math.abs(p.power().value()));
            }
        }
    }

    @Test
    void staticBathsOfDifferentTemperaturesAreReferredToAllOrders() {
        HarmonicNetwork network = HarmonicNetwork.named("three baths")
                .oscillator("A", 1, 1)
                .drivenAt(2)
                .bath("hot", new SpectralDensity.StrictlyOhmic(1), 2, Map.of("A", Coupling.constant(1)))
                .bath("cold", new SpectralDensity.StrictlyOhmic(1), 1, Map.of("A", Coupling.constant(1)))
                .bath("m", SpectralDensity.drude(0.01, 1.2), 1, Map.of("A", Coupling.cosine(1, 0)))
                .build();
        String message = assertThrows(NotApplicableException.class, () -> SecondOrder.of(network))
                .getMessage();
        assertTrue(message.contains("all orders"), message);
    }

    @Test
    void powerLawsAreSolvedByQuadratureAndHaveNoPoles() {
        HarmonicNetwork network =
                new Pair(1, 0.01, 1.2, 0.2, 0.3, 1, 2).network(new SpectralDensity.PowerLaw(0.01, 1.5, 1.2));
        Precision p = SecondOrder.of(network).precision();
        assertTrue(p.totalRatio().value() >= 2);
        assertThrows(NotApplicableException.class, () -> FloquetSpectrum.of(network));
    }

    @Test
    void correlationsStartAtTheCovarianceAndAgreeWithTheirFourierIntegral() {
        HarmonicNetwork network = new Pair(3, 0.01, 1.2, 0.2, 0.3, 1, 2).network();
        StaticState state = StaticState.of(network);
        agree(state.covariance(0, 1), state.covariancesByQuadrature()[0][1], 1e-11);
        assertEquals(
                state.covariance(0, 0).value(), state.correlation(0, 0, 1e-5).value(), 1e-8);
        StaticState cold = StaticState.of(new Pair(3, 0.01, 1.2, 0, 0, 1, 2).network());
        assertEquals(cold.covariance(0, 0).value(), cold.correlation(0, 0, 1e-4).value(), 1e-6);
    }
}
