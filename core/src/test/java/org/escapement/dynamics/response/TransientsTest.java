package org.escapement.dynamics.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.UnstableException;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.SpectralDensity;
import org.escapement.observables.information.GaussianState;
import org.junit.jupiter.api.Test;

final class TransientsTest {

    private static final List<OscillatorStart> STARTS =
            List.of(new OscillatorStart(0.4, 0.8, 0.3, 1, -0.5), new OscillatorStart(0, -0.6, 0, 0.2, 0.4));

    private static HarmonicNetwork pair(SpectralDensity still, SpectralDensity moved) {
        Coupling first = new Coupling(0.3, List.of(new Harmonic(1, 1, 0)));
        return HarmonicNetwork.named("pair")
                .oscillator("A", 1.5, 1)
                .oscillator("B", 1, 0.6)
                .drivenAt(2)
                .bath("s", still, 0.6, Map.of("A", Coupling.constant(1), "B", Coupling.constant(1)))
                .bath("m", moved, 0.2, Map.of("A", first, "B", Coupling.cosine(0.7, 1)))
                .build();
    }

    private static final SpectralDensity DRUDE = SpectralDensity.drude(0.8, 4);
    private static final SpectralDensity DRUDE_WEAK = SpectralDensity.drude(0.1, 1.2);
    private static final SpectralDensity BROAD = new SpectralDensity.LorentzianPeak(2, 1.5, 3);
    private static final SpectralDensity PEAK = new SpectralDensity.LorentzianPeak(0.3, 1.1, 0.5);

    private static double[] edges(int count, double highest) {
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) edges[i] = highest * i / count;
        return edges;
    }

    private static void agree(PhaseSpaceState a, PhaseSpaceState b, double tolerance) {
        for (int i = 0; i < 4; i++) {
            assertEquals(a.mean(i), b.mean(i), tolerance);
            for (int j = 0; j < 4; j++) {
                assertEquals(a.covariance(i, j).value(), b.covariance(i, j).value(), tolerance, i + "," + j);
            }
        }
    }

    @Test
    void finiteBathsAgreeAtEveryTime() {
        HarmonicNetwork network = pair(BROAD, PEAK);
        Transients.Evolution exact = new Transients(network, 1e-7).from(STARTS);
        FiniteBaths finite = FiniteBaths.of(network, edges(200, 20));
        for (double t : new double[] {0.3, 7}) agree(exact.at(t), finite.state(t, STARTS), 2e-3);
    }

    @Test
    void anUndrivenNetworkIsTheSameWithoutSidebands() {
        HarmonicNetwork network = HarmonicNetwork.named("still")
                .oscillator("A", 1, 1)
                .oscillator("B", 2, 0.7)
                .bath("s", DRUDE, 0.5, Map.of("A", Coupling.constant(1), "B", Coupling.constant(-0.5)))
                .build();
        Transients.Evolution exact = new Transients(network, 1e-9).from(STARTS);
        FiniteBaths finite = FiniteBaths.of(network, edges(200, 90));
        agree(exact.at(4), finite.state(4, STARTS), 2e-2);
        StaticState rest = StaticState.of(network);
        PhaseSpaceState late = exact.at(500);
        PhaseSpaceState settled = new Transients(network, 1e-9).settled(0);
        for (int l = 0; l < 2; l++) {
            for (int k = 0; k < 2; k++) {
                double x = rest.covariance(l, k).value();
                assertEquals(x, late.covariance(2 * l, 2 * k).value(), 1e-7);
                assertEquals(x, settled.covariance(2 * l, 2 * k).value(), 1e-7);
            }
        }
    }

    @Test
    void theStartIsGivenBack() {
        PhaseSpaceState start =
                new Transients(pair(DRUDE, PEAK), 1e-8).from(STARTS).at(0);
        assertEquals(1, start.mean(0), 1e-14);
        assertEquals(0.4, start.mean(3), 1e-14);
        double[][] v = start.canonical(1);
        assertEquals(Math.exp(1.2) / 2, v[0][0], 1e-9);
        assertEquals(Math.exp(-1.2) / 2, v[1][1], 1e-9);
        assertEquals(0, start.covariance(0, 2).value(), 1e-9);
    }

    @Test
    void everyDrivenStartSettlesIntoThePeriodicState() {
        HarmonicNetwork network = pair(DRUDE, PEAK);
        Transients transients = new Transients(network, 1e-7);
        double period = Math.PI;
        agree(transients.from(STARTS).at(200 * period + 1), transients.settled(1), 1e-5);
    }

    @Test
    void statesObeyTheUncertaintyRelation() {
        Transients.Evolution evolution = new Transients(pair(DRUDE, PEAK), 1e-7)
                .from(List.of(OscillatorStart.GROUND, new OscillatorStart(0, 1.5, 0, 0, 0)));
        for (double t : new double[] {0.01, 0.1, 1}) {
            double[][] v = evolution.at(t).canonical(0, 1);
            assertTrue(GaussianState.ofSecondMoments(v).smallest() > 1 - 1e-6);
        }
    }

    @Test
    void aStrictlyOhmicBathHasASettledStateOfPositionsOnly() {
        HarmonicNetwork network = pair(new SpectralDensity.StrictlyOhmic(0.8), DRUDE_WEAK);
        Transients ohmic = new Transients(network, 1e-8);
        PhaseSpaceState high = new Transients(pair(SpectralDensity.drude(0.8, 1e4), DRUDE_WEAK), 1e-8).settled(0.4);
        PhaseSpaceState state = ohmic.settled(0.4);
        assertEquals(high.covariance(0, 2).value(), state.covariance(0, 2).value(), 1e-3);
        String message = assertThrows(NotApplicableException.class, () -> state.covariance(1, 3))
                .getMessage();
        assertTrue(message.contains("strictly Ohmic"), message);
        message = assertThrows(NotApplicableException.class, () -> ohmic.from(STARTS))
                .getMessage();
        assertTrue(message.contains("give it a cut-off"), message);
    }

    @Test
    void withoutASteadyStateThereIsStillAnEvolution() {
        HarmonicNetwork pumped = HarmonicNetwork.named("pumped")
                .oscillator("A", 1, 1)
                .drivenAt(1.22)
                .bath("s", SpectralDensity.drude(1e-4, 20), 1, Map.of("A", Coupling.constant(1)))
                .bath("m", SpectralDensity.drude(50, 0.02), 1, Map.of("A", Coupling.cosine(1, 0)))
                .build();
        Transients transients = new Transients(pumped, 1e-5);
        assertThrows(UnstableException.class, () -> transients.settled(0));
        double early = transients
                .from(List.of(OscillatorStart.GROUND))
                .at(10)
                .covariance(0, 0)
                .value();
        double late = transients
                .from(List.of(OscillatorStart.GROUND))
                .at(30)
                .covariance(0, 0)
                .value();
        assertTrue(late > early);
    }

    @Test
    void powerLawsHaveASettledStateButNoEvolution() {
        HarmonicNetwork network = pair(new SpectralDensity.PowerLaw(0.5, 1, 3), DRUDE);
        assertTrue(new Transients(network, 1e-6).settled(0).covariance(1, 1).value() > 0);
        assertThrows(NotApplicableException.class, () -> new Transients(network, 1e-6).from(STARTS));
    }
}
