package org.escapement.dynamics.meanfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.expression.Evaluation;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.junit.jupiter.api.Test;

class MeanFieldTest {

    private static final double ROUNDING = 1e-13;
    private static final double[] STATE = {0.31, -0.22, 0.17};

    private static OpenSystem model(String spins, String rest) {
        return ModelReader.read("model: m\n" + spins + "\n" + rest, "m.yaml");
    }

    private static OpenSystem spin(String rest) {
        return model("spins: {A: {atoms: N, as: sigma/2}}", rest.stripIndent());
    }

    private static double[] rates(OpenSystem model, Map<String, Double> point, double... state) {
        MeanFieldEquations equations = MeanField.derive(model);
        ToDoubleFunction<String> values = equations.values(ParameterValues.of(model, point));
        Map<String, Double> now = new HashMap<>();
        for (int i = 0; i < state.length; i++) now.put(equations.names().get(i), state[i]);
        return equations.rateExpressions().stream()
                .mapToDouble(e ->
                        Evaluation.of(e, name -> now.containsKey(name) ? now.get(name) : values.applyAsDouble(name)))
                .toArray();
    }

    private static String refusal(OpenSystem model) {
        return assertThrows(NotApplicableException.class, () -> MeanField.derive(model))
                .getMessage();
    }

    private static final String HOT = """
            parameters: {G: 0.7, b: {preset: 2}}
            let: {nbar: 1/(exp(b/N) - 1)}
            jumps:
              down: {operator: A.minus, rate: G*(1 + nbar)/N, bath: bath}
              up: {operator: A.plus, rate: G*nbar/N, bath: bath}
            """;

    @Test
    void anOccupationThatGrowsWithNPromotesTheCommutators() {
        double g = 0.7;
        double b = 1.3;
        double[] m = STATE;
        // Sum of both jumps: D(Jz) = G/N (-J+J- - 2 n Jz) and D(J-) = G/N (Jz J- - n J-), with n/N -> 1/b.
        double[] expected = {
            g * m[2] * m[0] - g / b * m[0],
            g * m[2] * m[1] - g / b * m[1],
            -g * (m[0] * m[0] + m[1] * m[1]) - 2 * g / b * m[2]
        };
        assertArrayEquals(expected, rates(spin(HOT), Map.of("b", b), m), ROUNDING);
    }

    @Test
    void noiseThatGrowsWithTheMeanIsReported() {
        List<String> warnings = MeanField.derive(spin(HOT)).warnings();
        assertEquals(3, warnings.size());
        assertEquals(
                "the noise of <A.x> does not vanish as N grows: the mean field is only a closure here, not the limit",
                warnings.getFirst());
        OpenSystem cold = spin("jumps: {down: {operator: A.minus, rate: 1/N, bath: bath}}");
        assertEquals(List.of(), MeanField.derive(cold).warnings());
    }

    @Test
    void aRateOfGrowingOccupationOverTheSquareOfNIsOrdinaryDecay() {
        double[] m = STATE;
        double g = 0.7 / 1.3;
        double[] expected = {g * m[2] * m[0], g * m[2] * m[1], -g * (m[0] * m[0] + m[1] * m[1])};
        OpenSystem model = spin("""
                parameters: {G: 0.7, b: 2}
                let: {nbar: 1/(exp(b/N) - 1)}
                jumps: {down: {operator: A.minus, rate: G*(1 + nbar)/N^2, bath: bath}}
                """);
        assertArrayEquals(expected, rates(model, Map.of("b", 1.3), m), ROUNDING);
    }

    @Test
    void aGrowingNumberMayStandInADenominator() {
        double[] m = STATE;
        double w = 0.7 * 1.3;
        // 1/nbar = exp(b/N) - 1 = b/N + ..., so N/nbar -> b.
        OpenSystem model = spin("""
                parameters: {G: 0.7, b: 2}
                let: {nbar: 1/(exp(b/N) - 1)}
                hamiltonian: {h: G*N/nbar*A.z}
                """);
        assertArrayEquals(new double[] {-w * m[1], w * m[0], 0}, rates(model, Map.of("b", 1.3), m), ROUNDING);
    }

    @Test
    void ordersOfNAreNotReadOffAtSpecialPresets() {
        OpenSystem model = spin("""
                parameters: {c: 0}
                let: {field: c*N + 1}
                hamiltonian: {h: field*A.z}
                """);
        assertEquals(
                "Hamiltonian term 'h' drives <A.x> at order N^2, but <A.x> is of order N: no mean-field limit. Scale"
                        + " its coefficient with a suitable power of 1/N, or use a level at finite N",
                refusal(model));
    }

    @Test
    void definitionsWithoutNAreEvaluatedAsTheyStand() {
        OpenSystem model = spin("""
                parameters: {beta: infinity, w: 3}
                let: {n: 1/(exp(beta) - 1), field: "if(w > 1, w, 0)*(1 + 2*n)*(1 + 1/N)"}
                hamiltonian: {h: field*A.z}
                """);
        assertArrayEquals(new double[] {-3 * STATE[1], 3 * STATE[0], 0}, rates(model, Map.of(), STATE), ROUNDING);
    }

    @Test
    void termsGrowingTooFastAreNamedWithTheirPower() {
        assertEquals(
                "jump 'loss' drives <A.x> at order N^2, but <A.x> is of order N: no mean-field limit. Scale its"
                        + " coefficient with a suitable power of 1/N, or use a level at finite N",
                refusal(spin("jumps: {loss: {operator: A.minus, rate: 1, bath: b}}")));
        assertTrue(refusal(spin("hamiltonian: {fine: A.x^2/N, twist: A.z^2/sqrt(N)}"))
                .startsWith("Hamiltonian term 'twist' drives <A.x> at order N^3/2"));
        assertTrue(refusal(spin("""
                        modes: [cavity]
                        hamiltonian: {c: cavity.a*A.plus + cavity.adag*A.minus}
                        """))
                .startsWith("Hamiltonian term 'c' drives <A.x> at order N^3/2, but <A.x> is of order N"));
        assertTrue(refusal(model("spins: {A: {atoms: N, as: sums}}", """
                        oscillators: {mirror: {acceleration: A.z}}
                        """))
                .startsWith("the force law drives <mirror.v> at order N, but <mirror.v> is of order 1"));
    }

    @Test
    void numbersWithoutAnOrderInNAreRefused() {
        assertEquals(
                "'exp(-N)' has no expansion for large N: exp of something that grows with N has no order in N; use a"
                        + " level at finite N",
                refusal(spin("hamiltonian: {h: exp(-N)*A.z}")));
    }

    @Test
    void ensemblesThatDoNotGrowHaveNoMeanField() {
        String few = "the mean field of 'A' needs its number of atoms (and its scale) to be a multiple of N, not ";
        assertTrue(refusal(model("spins: {A: {atoms: 10, as: sums}}", "")).startsWith(few + "10"));
        assertTrue(refusal(model("spins: {A: {atoms: 10, as: sums, scale: N}}", ""))
                .startsWith(few + "10"));
    }

    @Test
    void aSingleAtomMoreDoesNotChangeTheLimit() {
        OpenSystem model = model(
                "spins: {A: {atoms: N + 1, as: sigma/2, scale: N}}",
                "states: {down: {A: down}}\njumps: {d: {operator: A.minus, rate: 1, bath: b, scope: individual}}");
        MeanFieldEquations equations = MeanField.derive(model);
        ParameterValues point = ParameterValues.of(model, Map.of());
        assertArrayEquals(
                new double[] {0, 0, -0.5}, equations.start(model.states().get("down"), point), ROUNDING);
        assertArrayEquals(new double[] {0, 0, 0}, rates(model, Map.of(), 0, 0, -0.5), ROUNDING);
    }

    @Test
    void lengthsAreConservedByCollectiveJumpsAndNotByIndividualOnes() {
        String both = "spins: {A: {atoms: N, as: sums}, B: {atoms: N/2, as: sigma/sqrt2}}";
        String jumps = """
                parameters: {w: 1, k: 2}
                hamiltonian: {h: w*A.x + w/N*(A.x*B.z + A.y*B.y)}
                jumps:
                  common: {operator: A.minus + 2*B.minus, rate: k/N, bath: b}
                """;
        assertEquals(
                Set.of("A", "B"),
                MeanField.derive(model(both, jumps)).conservedLengths().keySet());
        String decay = "  one: {operator: B.minus, rate: k, bath: b, scope: individual}\n";
        assertEquals(
                Set.of("A"),
                MeanField.derive(model(both, jumps + decay)).conservedLengths().keySet());
    }

    @Test
    void theThreeConventionsDescribeTheSamePhysics() {
        // The same H and jumps with sigma/2 letters j, sigma/sqrt2 letters sqrt2 j, sums x, y, plus, minus = j, z = 2
        // j.
        double[] half = conventional("sigma/2", "w*A.x + d*A.z + J/N*A.z*A.x + J/N*A.x*A.z", "A.minus", 1, 1);
        double[] root = conventional(
                "sigma/sqrt2",
                "w/sqrt(2)*A.x + d/sqrt(2)*A.z + J/(2*N)*A.z*A.x + J/N/2*A.x*A.z",
                "A.minus/sqrt(2)",
                Math.sqrt(2),
                Math.sqrt(2));
        double[] sums =
                conventional("sums", "w/2*(A.plus + A.minus) + d*A.z/2 + J/(2*N)*(A.z*A.x + A.x*A.z)", "A.minus", 1, 2);
        assertArrayEquals(half, root, ROUNDING);
        assertArrayEquals(half, sums, ROUNDING);
    }

    /** The rates in units of j, for a state given in units of j. */
    private static double[] conventional(String as, String h, String jump, double transverse, double z) {
        OpenSystem model = model(
                "spins: {A: {atoms: N, as: " + as + "}}",
                "parameters: {w: 1.1, d: 0.4, J: 0.7, k: 0.9}\nhamiltonian: {h: " + h + "}\njumps:\n  loss: {operator: "
                        + jump + ", rate: k/N, bath: b}\n  decay: {operator: " + jump
                        + ", rate: k, bath: b, scope: individual}");
        double[] r = rates(model, Map.of(), STATE[0] * transverse, STATE[1] * transverse, STATE[2] * z);
        return new double[] {r[0] / transverse, r[1] / transverse, r[2] / z};
    }
}
