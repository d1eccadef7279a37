package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.escapement.model.OpenSystem;
import org.escapement.numerics.krylov.Scalars;
import org.junit.jupiter.api.Test;

/** Of sites that nothing couples the uncoupled inverse is the inverse. */
final class SylvesterInverseTest {

    private static final double RE = 0.3;
    private static final double IM = 0.7;

    private static void inverts(ReducedGenerator g, boolean complex) {
        int n = g.dimension();
        if (n == 0) return;
        double[] x = StationaryEquations.random(complex ? 2 * n : n, 5);
        double[] y = new double[x.length];
        double im = complex ? IM : 0;
        g.uncoupledSites().shifted(RE, im).apply(x, y);
        double[] back = new double[x.length];
        g.apply(y, back);
        (complex ? Scalars.COMPLEX : Scalars.REAL).add(back, -RE, -im, y);
        for (int i = 0; i < x.length; i++) assertEquals(x[i], back[i], 1e-11);
    }

    private static void inverts(OpenSystem model, Map<String, Double> point, Map<String, Double> uncoupled, int size) {
        Map<String, Double> all = new HashMap<>(point);
        all.putAll(uncoupled);
        ExactSystem system = ExactModels.system(model, all, size);
        for (ReducedGenerator g : system.reducedGenerators(system.diagonalLayout())) {
            inverts(g, false);
            inverts(g, true);
        }
    }

    @Test
    void realGenerators() {
        inverts(ExactModels.ENGINE, ExactModels.ENGINE_POINT, Map.of("omega0", 0.0), 3);
    }

    @Test
    void complexGenerators() {
        inverts(ExactModels.CRYSTALS, ExactModels.ALIKE, Map.of("J", 0.0, "Jz", 0.0), 3);
        inverts(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, Map.of("J", 0.0, "delta", 0.4), 3);
    }

    @Test
    void guessesAreEigenvectors() {
        ExactSystem system = ExactModels.system(ExactModels.CRYSTALS, ExactModels.ONE_DRIVEN, 3);
        ReducedGenerator g = system.reducedGenerators(system.diagonalLayout()).getFirst();
        SylvesterInverse inverse = g.uncoupledSites().shifted(RE, IM);
        double[] v = inverse.eigenvectors(1).getFirst();
        double[] image = new double[v.length];
        inverse.apply(v, image);
        double re = Scalars.real(v, image) / Scalars.real(v, v);
        double im = Scalars.COMPLEX.imaginary(v, image) / Scalars.real(v, v);
        Scalars.COMPLEX.add(image, -re, -im, v);
        assertTrue(Math.hypot(re, im) > 0);
        assertEquals(0, Scalars.norm(image), 1e-10 * Scalars.norm(v));
    }
}
