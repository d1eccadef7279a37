package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.model.OpenSystem;
import org.escapement.numerics.linear.Eigen;
import org.escapement.testing.LindbladTruth;
import org.junit.jupiter.api.Test;

/** Sector by sector the spectrum is that of the generator on all matrices, made without any of the structure. */
final class SectorsTest {

    private static void sameSpectrum(OpenSystem model, Map<String, Double> point, double size, int cutOff) {
        ExactOptions options = ExactOptions.none();
        for (var m : model.modes()) options = options.cutOff(m.name(), cutOff);
        ExactSystem system = ExactModels.system(model, point, size, options);
        List<double[]> reduced = new ArrayList<>();
        for (Liouvillian l : Liouvillian.everywhere(system)) {
            for (Parity p : l.parities()) {
                for (Eigenvalue v : l.all(p)) {
                    reduced.add(new double[] {v.re(), v.im()});
                    // Of adjoint classes only one is there.
                    if (!l.isSelfAdjoint()) reduced.add(new double[] {v.re(), -v.im()});
                }
            }
        }
        Eigen whole = Eigen.of(
                LindbladTruth.of(model, ExactModels.sized(point, size), cutOff).superoperator(j -> 1), false);
        assertEquals(whole.re().length, reduced.size());
        for (int k = 0; k < whole.re().length; k++) {
            double re = whole.re()[k];
            double im = whole.im()[k];
            double[] nearest = reduced.stream()
                    .min(java.util.Comparator.comparingDouble(v -> Math.hypot(v[0] - re, v[1] - im)))
                    .orElseThrow();
            assertEquals(0, Math.hypot(nearest[0] - re, nearest[1] - im), 2e-7, "eigenvalue " + re + " + " + im + "i");
            reduced.remove(nearest);
        }
    }

    @Test
    void engineWithItsChargeKeepsItsSpectrum() {
        sameSpectrum(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 2, 0);
    }

    @Test
    void exchangedCrystalsKeepTheirSpectrum() {
        sameSpectrum(ExactModels.CRYSTALS, ExactModels.ALIKE, 2, 0);
        sameSpectrum(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, 2, 0);
    }

    @Test
    void seedingKeepsItsSpectrum() {
        sameSpectrum(ExactModels.SEEDING, ExactModels.SEED, 2, 0);
    }

    @Test
    void sectorsOfTheEngineHaveTheDimensionsOfTheSpecification() {
        int[][] expected = {{1, 16, 6, 5, 2}, {2, 81, 19, 14, 3}, {5, 1296, 146, 91, 6}, {10, 14641, 891, 506, 11}};
        for (int[] row : expected) {
            ExactSystem system = ExactModels.system(ExactModels.ENGINE, ExactModels.ENGINE_POINT, row[0]);
            Liouvillian zero = Liouvillian.of(system);
            assertEquals(row[1], system.dimension() * system.dimension());
            assertEquals(row[2], zero.size());
            assertEquals(row[3], zero.dimension(Parity.EVEN));
            assertEquals(row[4], system.largestSector());
        }
    }

    @Test
    void exchangeIsASymmetryOfEqualEnsemblesOnly() {
        assertEquals(1, exchanges(ExactModels.ALIKE));
        assertEquals(0, exchanges(ExactModels.ONE_DRIVEN));
    }

    private static int exchanges(Map<String, Double> point) {
        ExactSystem system = ExactModels.system(ExactModels.CRYSTALS, point, 2);
        return new Symmetries(system, system.generator(system.diagonalLayout()))
                .swaps()
                .size();
    }
}
