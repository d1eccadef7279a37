package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.OpenSystem;
import org.junit.jupiter.api.Test;

/** What is found in models whose structure is known from their equations. */
final class StructureTest {

    private static Structure of(OpenSystem model, Map<String, Double> point, double size) {
        return Structure.of(ExactModels.system(model, point, size));
    }

    @Test
    void seedingIsRealAndSplitsByTransposition() {
        Structure s = of(ExactModels.SEEDING, ExactModels.SEED, 6);
        assertTrue(s.real());
        assertEquals(1, s.charges());
        assertEquals(List.of(1225L, 1176L), s.reduced());
        assertTrue(s.uncoupled());
        assertEquals(0, s.exchanges().orElseThrow());
    }

    @Test
    void theEngineConservesACharge() {
        Structure s = of(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 5);
        assertEquals(146, s.entries());
        assertEquals(91L, s.reduced().getFirst());
        // Charges 0 to 2N of both indices: differences from -2N to 2N.
        assertEquals(21, s.charges());
        assertTrue(s.levels() > 5 && s.widest() < 30, s.levels() + " levels of " + s.widest());
    }

    @Test
    void equalCrystalsMayBeExchanged() {
        Structure s = of(ExactModels.CRYSTALS, ExactModels.ALIKE, 4);
        assertEquals(1, s.exchanges().orElseThrow());
        // Matrices even under the exchange: 15 + 10 states make 15² + 10² of 25² entries.
        assertEquals(List.of(325L, 300L), s.reduced());
        assertFalse(s.real());
    }

    @Test
    void oneDrivenCrystalIsReal() {
        assertTrue(of(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, 3).real());
    }

    @Test
    void withoutDriveThePhaseIsASymmetry() {
        Map<String, Double> dark = Map.of("Omega1", 0.0, "Omega2", 0.0, "J", 1.0, "Jz", 0.5, "n1", 0.1, "n2", 0.2);
        assertEquals(489, of(ExactModels.CRYSTALS, dark, 8).entries());
    }

    @Test
    void countingWithoutMatricesAgrees() {
        for (OpenSystem model : List.of(ExactModels.SEEDING, ExactModels.ENGINE)) {
            Map<String, Double> point = model == ExactModels.ENGINE ? ExactModels.ENGINE_POINT : ExactModels.SEED;
            ExactSystem system = ExactModels.system(model, point, 4);
            Structure whole = Structure.of(system);
            Structure counted = Structure.outline(system, Charges.of(system.sectors(), system.jumpParts()));
            assertEquals(whole.entries(), counted.entries());
            assertEquals(whole.reduced(), counted.reduced());
            assertEquals(whole.charges(), counted.charges());
            assertEquals(whole.real(), counted.real());
        }
    }

    @Test
    void whatDoesNotFitIsToldWithWhatWould() {
        Structure s = of(ExactModels.SEEDING, ExactModels.SEED, 150);
        assertTrue(s.methods().getFirst().refused().orElseThrow().contains("trajectories"));
        assertTrue(s.methods().getLast().refused().isEmpty());
    }

    @Test
    void aSystemThatChangesInTimeHasNone() {
        OpenSystem engine = org.escapement.model.file.ModelReader.read(
                java.nio.file.Path.of("../papers/optomech-engine/model.yaml"));
        ExactSystem system =
                ExactModels.system(engine, Map.of(), 2, ExactOptions.none().cutOff("cavity", 4));
        assertThrows(NotApplicableException.class, () -> Structure.of(system));
    }
}
