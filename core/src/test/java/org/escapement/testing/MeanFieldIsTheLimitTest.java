package org.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Exact means reach the mean field at the rate 1/N: N times the distance tends to a constant. */
class MeanFieldIsTheLimitTest {

    private static final double TIME = 1;

    @Test
    void forTwoDetunedEnsemblesOfDifferentSizes() {
        check("""
                model: asymmetric
                parameters: {J: 0.8, Jz: 0.3, Oa: 1.4, Ob: 0.6, da: 0.5, db: -0.3, kappa: 1, n: 0.3}
                spins: {A: {atoms: N, as: sigma/sqrt2}, B: {atoms: 2*N, as: sigma/2}}
                hamiltonian:
                  exchange: J/N*(A.x*B.x + A.y*B.y) + Jz/N*A.z*B.z
                  fields: Oa*A.x + Ob*B.x + da*A.z + db*B.z
                jumps:
                  loss: {operator: A.minus, rate: kappa*(1 + n)/N, bath: a}
                  gain: {operator: A.plus, rate: kappa*n/N, bath: a}
                  common: {operator: A.minus + B.minus, rate: kappa/2/N, bath: b}
                states: {s: {A: [0.6, 0, -0.8], B: [0, 0.28, -0.96]}}
                """, 1, 2, 4, 8);
    }

    @Test
    void forAtomsInACavity() {
        check("""
                model: cavity
                parameters: {g: 0.9, O: 0.5, D: 0.4, d: -0.3, kappa: 1.2}
                spins: {A: {atoms: N, as: sums}}
                modes: [cavity]
                hamiltonian:
                  drive: O*(A.plus + A.minus)
                  atoms: -D*A.z/2
                  coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
                  cavity: -d*cavity.n
                jumps:
                  loss: {operator: cavity.a, rate: kappa, bath: light}
                states: {s: {A: [0, 0, -1], cavity: [0.2, -0.1]}}
                """, 26, 4, 8, 16);
    }

    @Test
    void forAtomsThatDecayOneByOne() {
        check("""
                model: individual decay
                parameters: {O: 1.1, D: 0.4, gamma: 0.7, p: 0.2, kappa: 0.8}
                spins: {A: {atoms: N, as: sums}}
                hamiltonian:
                  drive: O*(A.plus + A.minus)
                  atoms: -D*A.z/2
                jumps:
                  decay: {operator: A.minus, rate: gamma, bath: a, scope: individual}
                  dephasing: {operator: A.z, rate: p, bath: a, scope: individual}
                  superradiance: {operator: A.minus, rate: kappa/N, bath: b}
                states: {s: {A: [0.6, 0, -0.8]}}
                """, 1, 2, 4, 8);
    }

    private static void check(String yaml, int cutOff, int... sizes) {
        OpenSystem model = ModelReader.read(yaml, "model.yaml");
        MeanFieldEquations limit = MeanField.derive(model);
        double[] mean = meanField(model, limit);
        List<double[]> products = new ArrayList<>();
        for (int size : sizes) {
            double[] exact = exact(model, limit, size, cutOff);
            double[] product = new double[mean.length];
            for (int i = 0; i < mean.length; i++) product[i] = size * (exact[i] - mean[i]);
            products.add(product);
        }
        for (int k = 2; k < products.size(); k++) {
            double before = distance(products.get(k - 2), products.get(k - 1));
            double after = distance(products.get(k - 1), products.get(k));
            double size = distance(products.get(k), new double[mean.length]);
            assertTrue(after < 0.75 * before, "the products settle: " + before + " then " + after);
            assertTrue(after < 0.25 * size, "the products are nearly constant: " + after + " of " + size);
            assertTrue(size > 1e-3, "the distance does not vanish faster than 1/N");
        }
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    private static double[] exact(OpenSystem model, MeanFieldEquations limit, double size, int cutOff) {
        LindbladTruth truth = LindbladTruth.of(model, Map.of(model.size(), size), cutOff);
        ComplexMatrix rho = truth.evolve(truth.start(state(model)), TIME);
        return limit.variables().stream().mapToDouble(v -> mean(truth, v, rho)).toArray();
    }

    private static double mean(LindbladTruth truth, MeanVariable v, ComplexMatrix rho) {
        return truth.expectation(v.letter(), rho)[0] / truth.number(v.unit());
    }

    private static InitialState state(OpenSystem model) {
        return model.states().get("s");
    }

    static double[] meanField(OpenSystem model, MeanFieldEquations limit) {
        ParameterValues point = ParameterValues.of(model, Map.of());
        ToDoubleFunction<String> values = limit.values(point);
        List<Expression> rates = limit.rateExpressions();
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return rates.size();
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                Map<String, Double> now = new TreeMap<>();
                for (int i = 0; i < y.length; i++) now.put(limit.names().get(i), y[i]);
                return rates.stream()
                        .mapToDouble(e -> Evaluation.of(
                                e, name -> now.containsKey(name) ? now.get(name) : values.applyAsDouble(name)))
                        .toArray();
            }
        };
        return new DormandPrince853Integrator(1e-12, 1, 1e-11, 1e-11)
                .integrate(new ExpandableODE(equation), new ODEState(0, limit.start(state(model), point)), TIME)
                .getPrimaryState();
    }
}
