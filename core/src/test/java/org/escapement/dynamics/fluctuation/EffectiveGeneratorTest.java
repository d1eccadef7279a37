package org.escapement.dynamics.fluctuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.EffectiveGenerator.Jump;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.junit.jupiter.api.Test;

/** Hamiltonian, jumps and turning of the generator give the drift and diffusion of the covariances, and the paper's form. */
class EffectiveGeneratorTest {

    /** Quadratic jumps, a nonlinear mode, a jump common to both ensembles, complex amplitudes, a classical mirror. */
    private static final String MANIFOLD = """
            model: a bit of everything
            parameters: {g: 0.9, O: 0.5, D: 0.4, d: -0.3, kappa: 1.2, u: 0.3, p: 0.2, c: 0.6}
            spins: {A: {atoms: N, as: sums}, B: {atoms: 2*N, as: sigma/2}}
            modes: [cavity]
            oscillators:
              mirror: {acceleration: -mirror.x}
            hamiltonian:
              drive: O*(A.plus + A.minus)
              atoms: -D*A.z/2 + B.x + 0.4/N*A.z*A.z
              coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
              cavity: (mirror.x - d)*cavity.n
              kerr: u/N*cavity.adag*cavity.adag*cavity.a*cavity.a
            jumps:
              loss: {operator: cavity.a, rate: kappa, bath: light}
              pairs: {operator: cavity.a*cavity.a, rate: p/N, bath: light}
              common: {operator: A.minus + (1 + i)*B.minus, rate: c/N, bath: b}
              twisted: {operator: A.z*B.minus + N*i*B.plus, rate: 0.1/N^3, bath: b}
            states: {s: {A: [0, 0, -1], B: [0, 0, 1], cavity: [0.2, -0.1]}}
            """;

    private static void agrees(OpenSystem model, Map<String, Double> parameters) {
        FluctuationEquations equations = FluctuationEquations.derive(model);
        EffectiveGenerator generator = EffectiveGenerator.of(equations);
        Map<String, Double> values = new HashMap<>(parameters);
        List<String> names = equations.means().names();
        for (int i = 0; i < names.size(); i++) values.put(names.get(i), 0.3 * Math.sin(7 * i + 1));
        int n = equations.letters().size();
        for (int j = 0; j < n; j++) {
            for (int m = 0; m < n; m++) {
                double drift = value(generator.turning(j, m), values, false);
                double diffusion = 0;
                for (int k = 0; k < n; k++) {
                    double s = of(equations.commutator(j, k), values);
                    drift +=
                            s * (value(generator.hamiltonian(k, m), values, false) - noise(generator, k, m, values)[1]);
                    for (int l = 0; l < n; l++) {
                        diffusion += s * noise(generator, k, l, values)[0] * of(equations.commutator(m, l), values);
                    }
                }
                assertEquals(of(equations.jacobian(j, m), values), drift, 1e-13, "drift " + j + m);
                assertEquals(of(equations.diffusion(j, m), values), diffusion, 1e-13, "diffusion " + j + m);
            }
        }
    }

    /** Real and imaginary part of Σ r v_k conj(v_l). */
    private static double[] noise(EffectiveGenerator generator, int k, int l, Map<String, Double> values) {
        double re = 0;
        double im = 0;
        for (Jump jump : generator.jumps()) {
            double rate = value(jump.rate(), values, false);
            double kRe = value(jump.weights().get(k), values, false);
            double kIm = value(jump.weights().get(k), values, true);
            double lRe = value(jump.weights().get(l), values, false);
            double lIm = value(jump.weights().get(l), values, true);
            re += rate * (kRe * lRe + kIm * lIm);
            im += rate * (kIm * lRe - kRe * lIm);
        }
        return new double[] {re, im};
    }

    private static double value(org.escapement.algebra.Coefficient c, Map<String, Double> values, boolean imaginary) {
        java.util.function.ToDoubleFunction<Symbol> known = s -> values.get(s.name());
        return imaginary ? c.evaluateImaginary(known, 1) : c.evaluate(known, 1);
    }

    private static double of(Expression e, Map<String, Double> values) {
        return Evaluation.of(e, values::get);
    }

    @Test
    void givesDriftAndDiffusionOfTheCrystals() {
        agrees(Crystals.model(), Crystals.GENERIC);
    }

    @Test
    void givesDriftAndDiffusionOfSpinsAndModesWithNonlinearJumps() {
        OpenSystem model = ModelReader.read(MANIFOLD, "model.yaml");
        agrees(model, Map.of("g", 0.9, "O", 0.5, "D", 0.4, "d", -0.3, "kappa", 1.2, "u", 0.3, "p", 0.2, "c", 0.6));
    }

    @Test
    void ofTheCrystalsIsThatOfThePaperWithTheMissingRates() {
        EffectiveGenerator generator = EffectiveGenerator.of(FluctuationEquations.derive(Crystals.model()));
        List<String> lines = new GeneratorPrinter(generator, GeneratorPrinter.Style.TEXT).lines();
        assertEquals("H = J*dA.x*dB.x + J*dA.y*dB.y + Jz*dA.z*dB.z", lines.getFirst());
        assertTrue(lines.contains("V[loss A] = dA.x - i*dA.y, rate kappa + kappa*n1"), lines.toString());
        assertTrue(lines.contains("V[gain B] = dB.x + i*dB.y, rate kappa*n2"), lines.toString());
        assertTrue(lines.contains("[dA.x, dA.y] = i*sqrt(2)*A.z"), lines.toString());
    }

    @Test
    void individualJumpsAreRefused() {
        OpenSystem model = ModelReader.read("""
                model: individual decay
                parameters: {gamma: 1}
                spins: {A: {atoms: N, as: sums}}
                hamiltonian: {drive: A.plus + A.minus}
                jumps: {decay: {operator: A.minus, rate: gamma, bath: a, scope: individual}}
                states: {s: {A: [0, 0, -1]}}
                """, "model.yaml");
        FluctuationEquations equations = FluctuationEquations.derive(model);
        NotApplicableException refused =
                assertThrows(NotApplicableException.class, () -> EffectiveGenerator.of(equations));
        assertTrue(refused.getMessage().contains("'decay'"), refused.getMessage());
    }
}
