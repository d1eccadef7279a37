package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Accuracy;
import org.escapement.study.Evaluation;
import org.escapement.study.Inquiry;
import org.junit.jupiter.api.Test;

/**
 * The exact master equation reaches the mean field at the rate 1/N: at a fixed time N times the distance tends to a
 * constant. The noise of the heat engine does not vanish as N grows: it reaches the diffusion limit instead, at that rate.
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

    @Test
    void forANetworkOfThreeCrystals() {
        Evaluation network = Evaluation.of(new Paper("seeding").model("network.yaml", Map.of("n", 3)))
                .accuracy(Accuracy.fine().withTolerances(1e-7, 1e-7))
                .set(Map.of("Omega1", 1.4, "Omega2", 0.9, "Omega3", 0.7, "Gamma", 0.6));
        approaches(network, List.of("<S1.z>/(N/2)", "<S2.z>/(N/2)", "<S3.y>/(N/2)"), ExactOptions.none(), 2, 4, 6);
    }

    @Test
    void forTheRingInACavity() {
        Evaluation ring = Evaluation.of(ModelReader.read(Path.of("../examples/ring/model.yaml")))
                .accuracy(Accuracy.fine().withTolerances(1e-5, 1e-5))
                .set(Map.of("eta", 0.4, "J", 0.8));
        double few = awayFrom(ring, 2, 5);
        double more = awayFrom(ring, 4, 6);
        assertEquals(2, few / more, 0.4, "the distance halves from N = 2 to 4");
    }

    private static double awayFrom(Evaluation limit, int size, int photons) {
        List<String> quantities = List.of("m_A", "m_B", "m_C");
        ExactOptions options = ExactOptions.none().cutOff("cavity", photons);
        double[] exact = limit.set("N", size).exact(options).at(List.of(0.6), quantities)[0];
        return distance(exact, limit.at(List.of(0.6), quantities)[0]);
    }

    @Test
    void forTheHeatEngineTowardsItsMacroscopicLimit() {
        OpenSystem engine = new Paper("heat-engine").model("model.yaml");
        Map<String, Double> point = Map.of("omega0", 0.7, "Gamma0", 0.4, "E2", 3.0, "T2", 9.0);
        for (String quantity : List.of("m_z1", "m_z2", "power")) {
            double limit = stationary(engine, point, "tensors: {mean: " + quantity + "}");
            double[] products = new double[2];
            for (int k = 0; k < 2; k++) {
                double size = 8 << k;
                Map<String, Double> sized = new java.util.HashMap<>(point);
                sized.put("N", size);
                products[k] = size * (stationary(engine, sized, "stationary: " + quantity) - limit);
            }
            double change = Math.abs(products[1] - products[0]) / Math.abs(products[1]);
            assertTrue(change < 0.1, quantity + ": the rate is 1/N, " + products[0] + " then " + products[1]);
            assertTrue(Math.abs(products[1]) > 1e-3, quantity + ": the distance does not vanish faster");
        }
    }

    private static double stationary(OpenSystem model, Map<String, Double> point, String question) {
        return new Inquiry(model, question)
                .answer(point, Optional.empty(), ExactOptions.none(), Accuracy.fine())
                .getFirst()
                .value();
    }
}
