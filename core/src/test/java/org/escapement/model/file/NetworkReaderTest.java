package org.escapement.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.SpectralDensity;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

final class NetworkReaderTest {

    private static final String TEXT = """
            network: pair
            parameters: {W: 3, g: 0.2, T: 0.5}
            let: {amplitude: (W/2)^2}
            drive frequency: W
            oscillators:
              A: {mass: 1, frequency: 1}
              B: {mass: 2, frequency: 3/5}
            baths:
              still:
                temperature: T
                density: {shape: ohmic, friction: g}
                couplings: {A: 1, B: 0.5}
              moved:
                temperature: 2*T
                density: {shape: drude, friction: g, cutoff: 4}
                couplings:
                  A: {constant: 0.1, harmonics: {1: {amplitude: amplitude, phase: pi/2}, 2: {amplitude: 1}}}
            """;

    private static void refused(String from, String to, String place, String part) {
        assertTrue(TEXT.contains(from));
        String text = TEXT.replace(from, to);
        String message = assertThrows(
                        SourceException.class,
                        () -> NetworkReader.read(text, "n.yaml").at(Map.of()))
                .getMessage();
        assertTrue(message.startsWith("n.yaml:" + place) && message.contains(part), message);
    }

    @Test
    void aFileGivesTheSameNetworkAsTheBuilder() {
        HarmonicNetwork read = NetworkReader.read(TEXT, "n.yaml").at(Map.of("g", 0.3));
        HarmonicNetwork built = HarmonicNetwork.named("pair")
                .drivenAt(3)
                .oscillator("A", 1, 1)
                .oscillator("B", 2, 0.6)
                .bath(
                        "still",
                        new SpectralDensity.StrictlyOhmic(0.3),
                        0.5,
                        Map.of("A", Coupling.constant(1), "B", Coupling.constant(0.5)))
                .bath(
                        "moved",
                        SpectralDensity.drude(0.3, 4),
                        1,
                        Map.of(
                                "A",
                                new Coupling(
                                        0.1, List.of(new Harmonic(1, 2.25, Math.PI / 2, 1.5), new Harmonic(2, 1, 0)))))
                .build();
        assertEquals(built.oscillators(), read.oscillators());
        assertEquals(built.baths(), read.baths());
        assertEquals(built.driveFrequency(), read.driveFrequency());
    }

    @Test
    void mistakesAreRefusedWithTheirPlace() {
        refused("density: {shape: ohmic", "density: {shape: ohmc", "11:", "ohmic");
        refused("friction: g, cutoff: 4", "friction: g", "15:", "cutoff");
        refused("mass: 2", "mas: 2", "7:", "mass");
        refused("2*T", "2*Tx", "14:", "Tx");
        refused("harmonics: {1:", "harmonics: {0:", "17:", "orders are 1, 2, 3");
        refused("A: 1, B: 0.5", "A: 1, C: 0.5", "12:", "'C'");
    }

    @Test
    void impossibleNumbersAreRefusedAtTheirPlace() {
        refused("{mass: 2,", "{mass: -2,", "7:", "mass -2.0");
        refused("temperature: T", "temperature: -T", "9:", "temperature -0.5");
        refused("friction: g, cutoff: 4", "friction: g, cutoff: 0", "15:", "cut-off");
        refused("drive frequency: W", "drive frequency: 0", "1:", "drive frequency is 0.0");
        refused(
                "density: {shape: ohmic, friction: g}",
                "density: {shape: table, frequencies: [0, 1, 2], values: [0, -1, 0]}",
                "11:",
                "not a spectral density");
    }

    @Test
    void everyShapeOfASpectralDensityIsRead() {
        Map<String, SpectralDensity> shapes = Map.of(
                "{shape: lorentzian, stiffness: g, centre: 1, width: 0.3}",
                new SpectralDensity.LorentzianPeak(0.2, 1, 0.3),
                "{shape: power law, friction: g, exponent: 0.5, cutoff: W}",
                new SpectralDensity.PowerLaw(0.2, 0.5, 3),
                "{shape: table, frequencies: [0, 1, 2*W], values: [0, g, 0]}",
                new SpectralDensity.Table(List.of(0.0, 1.0, 6.0), List.of(0.0, 0.2, 0.0)),
                "{shape: drude, friction: g, cutoff: infinity}",
                new SpectralDensity.StrictlyOhmic(0.2));
        shapes.forEach((text, density) -> {
            String file = TEXT.replace("{shape: ohmic, friction: g}", text);
            HarmonicNetwork network = NetworkReader.read(file, "n.yaml").at(Map.of());
            assertEquals(density, network.baths().getFirst().density());
        });
    }

    @Test
    void darkModesAndTablesThatAreNoDensityAreRefusedByName() {
        refused("A: 1, B: 0.5", "A: 1", "1:", "dark mode");
        String table = "density: {shape: table, frequencies: [0, 1, 2], values: ";
        String ohmic = "density: {shape: ohmic, friction: g}";
        refused(ohmic, table + "[0, 1, 1]}", "11:", "end with 0");
        refused(ohmic, table + "[1, 1, 0]}", "11:", "J(0) = 0");
        refused(ohmic, table + "[0, 1]}", "11:", "one for each");
        refused(ohmic, "density: {shape: table, frequencies: [0, 2, 1], values: [0, 1, 0]}", "11:", "ascending");
        refused("shape: drude, friction: g, cutoff: 4", "shape: ohmic, friction: g", "13:", "strictly Ohmic");
    }
}
