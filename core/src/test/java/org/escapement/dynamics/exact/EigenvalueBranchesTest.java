package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.junit.jupiter.api.Test;

/** Resonance fluorescence of one atom: -3/4 ± sqrt(1/16 - Omega²) at unit decay. */
final class EigenvalueBranchesTest {

    private static final OpenSystem ATOM = ModelReader.read("""
            model: driven atom
            parameters: {Omega: 1}
            spins: {A: {atoms: N, as: sigma/2}}
            hamiltonian: {drive: Omega*A.x}
            jumps:
              decay: {operator: A.minus, rate: 1, bath: light}
            states: {s: {A: x}}
            """, "atom.yaml");

    private static Liouvillian at(double drive) {
        return Liouvillian.of(ExactModels.system(ATOM, Map.of("Omega", drive), 1));
    }

    private static EigenvalueBranches near(double drive, double re, double im) {
        Liouvillian l = at(drive);
        return EigenvalueBranches.near(l, drive, re, im, l.parities(), v -> true, 1e-10);
    }

    @Test
    void followsAPair() {
        EigenvalueBranches branches = near(0.5, -0.75, 0.45);
        for (double drive = 0.45; drive > 0.26; drive -= 0.05) {
            branches = branches.next(at(drive), drive);
            assertEquals(-0.75, branches.dominant().re(), 1e-9);
            assertEquals(
                    Math.sqrt(drive * drive - 1.0 / 16), branches.dominant().im(), 1e-9);
        }
    }

    private static void meets(EigenvalueBranches start, double from, double to) {
        ModelException e = assertThrows(ModelException.class, () -> {
            EigenvalueBranches branches = start;
            for (int k = 1; k <= 4; k++) {
                double drive = from + (to - from) * k / 4;
                branches = branches.next(at(drive), drive);
            }
        });
        assertTrue(e.getMessage().contains("meets"), e.getMessage());
    }

    @Test
    void refusesToGoOnWhereAPairBecomesReal() {
        meets(near(0.32, -0.75, 0.2), 0.32, 0.2);
    }

    @Test
    void refusesToGoOnWhereAPairBecomesComplex() {
        meets(near(0.2, -0.6, 0), 0.2, 0.3);
    }
}
