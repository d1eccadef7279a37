package org.escapement.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.model.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class HarmonicNetworkTest {

    private static final SpectralDensity OHMIC = new SpectralDensity.StrictlyOhmic(1);
    private static final SpectralDensity DRUDE = SpectralDensity.drude(0.1, 2);
    private static final Coupling ONE = Coupling.constant(1);

    private static HarmonicNetwork.Builder two(double other) {
        return HarmonicNetwork.named("pair").oscillator("A", 1, 1).oscillator("B", 1, other);
    }

    private static void refused(String part, Executable step) {
        String message = assertThrows(ModelException.class, step).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void equalFrequenciesOnOneBathAreADarkModeNamedInTheRefusal() {
        refused(
                "'A', 'B' have the same frequency 1.0",
                () -> two(1).bath("s", OHMIC, 1, Map.of("A", ONE, "B", ONE)).build());
    }

    @Test
    void equalFrequenciesOnTwoBathsAreFine() {
        HarmonicNetwork n = two(1).bath("s", OHMIC, 1, Map.of("A", ONE, "B", ONE))
                .bath("t", OHMIC, 1, Map.of("B", ONE))
                .build();
        assertEquals(2, n.staticPart().baths().size());
    }

    @Test
    void aModeDampedByTheDriveAloneHasNoStaticState() {
        HarmonicNetwork n = two(1).drivenAt(1)
                .bath("s", OHMIC, 1, Map.of("A", ONE, "B", ONE))
                .bath("m", DRUDE, 1, Map.of("B", Coupling.cosine(1, 0)))
                .build();
        refused("dark mode", n::staticPart);
    }

    @Test
    void anOscillatorWithoutBathIsADarkMode() {
        refused(
                "oscillator 'B'",
                () -> two(0.6).bath("s", OHMIC, 1, Map.of("A", ONE)).build());
    }

    @Test
    void aModulationNeedsADriveFrequency() {
        HarmonicNetwork.Builder b = two(0.6).bath("s", OHMIC, 1, Map.of("A", ONE, "B", ONE))
                .bath("m", DRUDE, 1, Map.of("A", Coupling.cosine(1, 0)));
        refused("drive frequency is 0.0", b::build);
        refused("drive frequency is -1.0", b.drivenAt(-1)::build);
    }

    @Test
    void modulatingAStrictlyOhmicBathIsRefused() {
        refused(
                "strictly Ohmic",
                () -> two(0.6).drivenAt(1)
                        .bath("m", OHMIC, 1, Map.of("A", Coupling.cosine(1, 0), "B", ONE))
                        .build());
    }

    @Test
    void anInfiniteCutoffIsStrictlyOhmic() {
        assertEquals(OHMIC, SpectralDensity.drude(1, Double.POSITIVE_INFINITY));
    }

    @Test
    void unknownOscillatorsAreRefusedWithTheNearestName() {
        refused(
                "'a'",
                () -> two(0.6).bath("s", OHMIC, 1, Map.of("a", ONE, "B", ONE)).build());
    }

    @Test
    void negativeTemperaturesAndFrictionsAreRefused() {
        refused(
                "temperature -1",
                () -> two(0.6).bath("s", OHMIC, -1, Map.of("A", ONE, "B", ONE)).build());
        refused("friction", () -> new SpectralDensity.StrictlyOhmic(-1));
        refused("cut-off", () -> SpectralDensity.drude(1, 0));
        refused("frequency 0", () -> HarmonicNetwork.named("x").oscillator("A", 1, 0));
    }

    @Test
    void aTableThatIsNoSpectralDensityIsRefusedWithTheReason() {
        refused("ascending", () -> new SpectralDensity.Table(List.of(0.0, 2.0, 1.0), List.of(0.0, 1.0, 0.0)));
        refused(">= 0", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(0.0, -1.0, 0.0)));
        refused("J(0) = 0", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(1.0, 1.0, 0.0)));
        refused("at least 3", () -> new SpectralDensity.Table(List.of(0.0, 1.0), List.of(0.0, 0.0)));
        refused("end with 0", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(0.0, 1.0, 1.0)));
        refused("one for each", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(0.0, 1.0)));
        refused("all values are 0", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(0.0, 0.0, 0.0)));
        refused("numbers", () -> new SpectralDensity.Table(List.of(0.0, 1.0, 2.0), List.of(0.0, Double.NaN, 0.0)));
    }
}
