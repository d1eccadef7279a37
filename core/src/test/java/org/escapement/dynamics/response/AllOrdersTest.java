package org.escapement.dynamics.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.SpectralDensity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AllOrdersTest {

    private static final AllOrders.Accuracy COARSE = new AllOrders.Accuracy(1e-5, 16);

    @Test
    void aVanishingModulationGivesSecondOrder() {
        HarmonicNetwork weak = new Pair(2, 1e-6, 1.2, 0.5, 0.7, 0.7, 2).network();
        AllOrders.Settled exact =
                AllOrders.of(weak, COARSE).flowsAndFluctuations().settled();
        Precision second = SecondOrder.of(weak).precision();
        for (int l = 0; l < 2; l++) {
            double p = second.powers().get(l).value();
            assertEquals(p, exact.flows().powers().get(l).value(), 2e-5 * Math.abs(p));
            double d = second.fluctuations().get(l).value();
            assertEquals(d, exact.fluctuations().get(l).value(), 2e-5 * d);
            assertEquals(
                    second.ratio(l).value(),
                    exact.ratio(l).value(),
                    1e-4 * second.ratio(l).value());
        }
        double entropy = second.entropyProduction().value();
        assertEquals(entropy, exact.entropyProduction().orElseThrow().value(), 1e-4 * entropy);
    }

    @Test
    void energyIsConserved() {
        AllOrders.Settled s = AllOrders.of(new Pair(0.8, 0.3, 1.2, 0, 0.4, 1, 1.3).network(), COARSE)
                .flows()
                .settled();
        assertEquals(0, s.flows().balance(), 1e-10);
        assertTrue(s.entropyProduction().isEmpty());
        assertThrows(NotApplicableException.class, () -> s.ratio(0));
    }

    @Test
    void parametricInstabilityIsAStatus() {
        HarmonicNetwork pumped = HarmonicNetwork.named("pumped")
                .oscillator("A", 1, 1)
                .drivenAt(1.22)
                .bath("s", new SpectralDensity.StrictlyOhmic(1e-4), 1, Map.of("A", Coupling.constant(1)))
                .bath("m", SpectralDensity.drude(50, 0.02), 1, Map.of("A", Coupling.cosine(1, 0)))
                .build();
        AllOrders.Outcome outcome = AllOrders.of(pumped).flows();
        AllOrders.Unstable unstable = assertInstanceOf(AllOrders.Unstable.class, outcome);
        assertTrue(unstable.growthRate().value() > 0);
        assertThrows(NotApplicableException.class, outcome::settled);
    }

    @Test
    void anUndrivenNetworkHasItsDecayRatesAsExponents() {
        HarmonicNetwork still = HarmonicNetwork.named("still")
                .oscillator("A", 1, 1)
                .bath("s", new SpectralDensity.StrictlyOhmic(0.2), 1, Map.of("A", Coupling.constant(1)))
                .build();
        FloquetSpectrum spectrum = FloquetSpectrum.of(still);
        assertTrue(spectrum.stable());
        assertEquals(-0.1, spectrum.growthRate().value(), 1e-14);
    }

    private static void secondOrderIsTheLimit(HarmonicNetwork network) {
        Flows second = SecondOrder.of(network).flows();
        AllOrders.Settled exact = AllOrders.of(network, COARSE).flows().settled();
        for (int l = 0; l < network.size(); l++) {
            double p = second.powers().get(l).value();
            assertEquals(p, exact.flows().powers().get(l).value(), 1e-3 * Math.abs(p));
        }
    }

    @Test
    void everyDensityHasSecondOrderAsItsLimit() {
        List<SpectralDensity> densities = List.of(
                new SpectralDensity.LorentzianPeak(1e-6, 1.1, 0.5),
                new SpectralDensity.PowerLaw(1e-6, 1.5, 1.2),
                new SpectralDensity.PowerLaw(1e-6, 0.7, 1.2),
                new SpectralDensity.Table(List.of(0.0, 1.0, 2.5, 4.0), List.of(0.0, 1e-6, 4e-7, 0.0)));
        for (SpectralDensity density : densities) {
            secondOrderIsTheLimit(new Pair(2, 1e-6, 1.2, 0.5, 0.7, 0.7, 2).network(density));
        }
    }

    @Test
    void overlappingResonancesAndEqualFrequenciesOnTwoBathsHaveFlows() {
        secondOrderIsTheLimit(HarmonicNetwork.named("critically damped")
                .oscillator("A", 1, 1)
                .drivenAt(2)
                .bath("s", new SpectralDensity.StrictlyOhmic(2), 0.3, Map.of("A", Coupling.constant(1)))
                .bath("m", SpectralDensity.drude(1e-6, 1.2), 0.3, Map.of("A", Coupling.cosine(1, 0)))
                .build());
        secondOrderIsTheLimit(HarmonicNetwork.named("equal")
                .oscillator("A", 1, 1)
                .oscillator("B", 1, 1)
                .drivenAt(2)
                .bath(
                        "s",
                        new SpectralDensity.StrictlyOhmic(0.5),
                        0.3,
                        Map.of("A", Coupling.constant(1), "B", Coupling.constant(1)))
                .bath("t", SpectralDensity.drude(0.5, 2), 0.3, Map.of("B", Coupling.constant(1)))
                .bath("m", SpectralDensity.drude(1e-6, 1.2), 0.3, Map.of("A", Coupling.cosine(1, 0)))
                .build());
    }

    @Test
    void zeroTemperatureHasFlowsInAllOrders() {
        secondOrderIsTheLimit(new Pair(2, 1e-6, 1.2, 0, 0, 0.7, 2).network());
    }

    @Test
    void exponentsFromHillsMatrixAreThoseOfThePeriod() {
        for (double drive : new double[] {0.7, 1.64, 5}) {
            HarmonicNetwork network = new Pair(0.8, 0.3, 1.2, 0.5, 1, 1, drive).network();
            FloquetSpectrum hill = FloquetSpectrum.of(network);
            FloquetSpectrum time = FloquetSpectrum.inTime(
                    new NetworkEmbedding(network, network.baths()), 2 * Math.PI / network.driveFrequency());
            assertEquals(time.growthRate().value(), hill.growthRate().value(), 1e-9);
            assertEquals(5, hill.exponents().size());
        }
    }

    @Test
    @Tag("slow")
    void finiteBathsAgreeWithoutAnyResponseFunction() {
        HarmonicNetwork network = HarmonicNetwork.named("pair")
                .oscillator("A", 1.5, 1)
                .oscillator("B", 1, 0.6)
                .drivenAt(3)
                .bath(
                        "s",
                        SpectralDensity.drude(0.8, 4),
                        0.6,
                        Map.of("A", Coupling.constant(1), "B", Coupling.constant(1)))
                .bath(
                        "m",
                        new SpectralDensity.LorentzianPeak(0.3, 1.1, 0.5),
                        0.6,
                        Map.of("A", Coupling.cosine(1, 0), "B", Coupling.cosine(0.7, 1)))
                .build();
        double[] edges = new double[141];
        for (int i = 0; i < edges.length; i++)
            edges[i] = i <= 100 ? 0.06 * i : 6 * Math.pow(25 / 6.0, (i - 100) / 40.0);
        FiniteBaths.Averages finite = FiniteBaths.of(network, edges).run(20, 4);
        AllOrders.Settled exact = AllOrders.of(network, COARSE).flows().settled();
        for (int l = 0; l < 2; l++) {
            double p = exact.flows().powers().get(l).value();
            assertEquals(p, finite.powers().get(l).value(), 0.03 * Math.abs(p));
            double j = exact.heats().get(l).value();
            assertEquals(j, finite.heats().get(l).value(), 0.03 * Math.abs(j));
        }
    }
}
