package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.observables.Accuracy;
import org.escapement.study.Evaluation;
import org.junit.jupiter.api.Test;

/**
 * The exact master equation reaches the mean field at the rate 1/N: at a fixed time N times the distance tends to a
 * constant. The heat engine is not here: its noise does not vanish as N grows.
 */
final class MeanFieldRateTest {

    private static final List<Double> TIMES = List.of(1.0);

    private static void approaches(Evaluation at, List<String> quantities, ExactOptions options, int... sizes) {
        double[] mean = at.at(TIMES, quantities)[0];
        List<double[]> products = new ArrayList<>();
        for (int n : sizes) {
            double[] exact = at.set("N", n).exact(options).at(TIMES, quantities)[0];
            double[] product = new double[mean.length];
            for (int k = 0; k < mean.length; k++) product[k] = n * (exact[k] - mean[k]);
            products.add(product);
        }
        for (int k = 2; k < products.size(); k++) {
            double before = distance(products.get(k - 2), products.get(k - 1));
            double after = distance(products.get(k - 1), products.get(k));
            double size = distance(products.get(k), new double[mean.length]);
            assertTrue(after < 0.75 * before, "the products settle: " + before + " then " + after);
            assertTrue(after < 0.25 * size, "the products are nearly constant: " + after + " of " + size);
            assertTrue(size > 1e-3, "the distance does not vanish faster than 1/N: " + size);
        }
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    private static Evaluation paper(String name) {
        return Evaluation.of(new Paper(name).model("model.yaml"))
                .accuracy(Accuracy.fine().withTolerances(1e-8, 1e-8));
    }

    @Test
    void forCoupledCrystals() {
        Evaluation both = paper("coupled-btc")
                .set(Map.of("Omega1", 1.5, "Omega2", 1.1, "J", 0.8, "Jz", 0.3, "delta", 0.2, "n1", 0.2, "n2", 0.1));
        approaches(both, List.of("m_z1", "m_z2", "dissipated_work"), ExactOptions.none(), 3, 6, 12);
    }

    @Test
    void forSeededCrystals() {
        Evaluation dissipative = paper("seeding").set(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.4));
        approaches(dissipative, List.of("m_z_A", "m_z_B", "m_y_B"), ExactOptions.none(), 3, 6, 12);
        Evaluation coherent = dissipative.set(Map.of("Gamma", 0.0, "Gamma_c", 0.5));
        approaches(coherent, List.of("m_z_A", "m_z_B", "m_x_B"), ExactOptions.none(), 3, 6, 12);
    }

    @Test
    void forAtomsAndLightWithAMovingMirror() {
        Evaluation engine = paper("optomech-engine").set(Map.of("Omega", 0.6, "g", 0.8, "kappa", 1.0, "GL", 0.5));
        approaches(engine, List.of("s_z", "photons"), ExactOptions.none().cutOff("cavity", 16), 3, 6, 12);
        approaches(engine.set("nu", 0.3), List.of("s_z"), ExactOptions.none().cutOff("cavity", 10), 2, 4, 8);
    }
}
