package org.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.model.file.ModelReader;
import org.junit.jupiter.api.Test;

/** The drift of operators is the dual of the master equation of states, whatever the model is made of. */
class MasterEquationTest {

    private static final double ROUNDING = 1e-12;

    /** Words of degree 2 with H and jumps of degree 2 climb at most this far. */
    private static final int CLIMB = 8;

    @Test
    void driftIsDualForTwoSpinsWithACommonBath() {
        check("""
                model: two spins
                parameters: {J: 0.7, h: 0.3, kappa: 1.1, n: 0.4}
                spins: {A: {atoms: N, as: sigma/sqrt2}, B: {atoms: N + 1, as: sums}}
                hamiltonian:
                  exchange: J/N*(A.x*B.y + A.y*B.x) + h*A.z^2/sqrt(N)
                  twist: i*h*(A.plus*B.minus - A.minus*B.plus)
                jumps:
                  common: {operator: A.minus + (1 + 2*i)*B.minus, rate: kappa*(1 + n)/N, bath: b}
                  heating: {operator: A.plus + h*B.z, rate: kappa*n/N, bath: b}
                """, Map.of("N", 3.0), Map.of());
    }

    @Test
    void driftIsDualWithAModeAndItsSqueezing() {
        check("""
                model: spin and mode
                parameters: {g: 0.7, D: 0.3, kappa: 1.1, r: 0.4}
                spins: {A: {atoms: N, as: sigma/2}}
                modes: [cavity]
                hamiltonian:
                  dicke: g/sqrt(N)*(cavity.a + cavity.adag)*A.x + D*cavity.n
                  squeezing: r*(cavity.a^2 + cavity.adag^2)
                jumps:
                  loss: {operator: cavity.a, rate: kappa, bath: light}
                  mixed: {operator: cavity.a + 2*A.minus, rate: kappa/N, bath: light}
                  pair: {operator: cavity.a*A.plus, rate: r/N, bath: light}
                """, Map.of("N", 2.0), Map.of());
    }

    @Test
    void driftIsDualWithAtomsThatJumpOneByOne() {
        check("""
                model: individual jumps
                parameters: {w: 0.7, gamma: 0.9, p: 0.4}
                spins: {A: {atoms: N, as: sums}, B: {atoms: 2, as: sigma/sqrt2}}
                hamiltonian:
                  field: w*A.x + p*A.z
                  exchange: w/N*(A.plus*B.minus + A.minus*B.plus)
                jumps:
                  decay: {operator: A.minus, rate: gamma, bath: b, scope: individual}
                  dephasing: {operator: B.z, rate: p, bath: b, scope: individual}
                  tilted: {operator: A.minus + 2*i*A.z - A.plus/3, rate: p, bath: b, scope: individual}
                  superradiance: {operator: A.minus, rate: gamma/N, bath: b}
                """, Map.of("N", 3.0), Map.of());
    }

    @Test
    void driftIsDualWithIndividualJumpsAndAMode() {
        check("""
                model: laser
                parameters: {g: 0.7, gamma: 0.9, p: 0.4}
                spins: {A: {atoms: N, as: sums}}
                modes: [cavity]
                hamiltonian:
                  coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
                jumps:
                  pump: {operator: A.plus, rate: p, bath: b, scope: individual}
                  loss: {operator: cavity.a, rate: gamma, bath: c}
                """, Map.of("N", 2.0), Map.of());
    }

    @Test
    void driftIsDualAtFixedClassicalLetters() {
        check("""
                model: mirror
                parameters: {g: 0.7, kappa: 0.9, G: 0.4, b: 1.3}
                spins: {A: {atoms: N, as: sums}}
                modes: [cavity]
                oscillators: {mirror: {acceleration: -mirror.x - G*mirror.v + cavity.n/N}}
                hamiltonian:
                  coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
                  cavity: -(g + G*mirror.x)*cavity.n + mirror.v*A.z
                jumps:
                  loss: {operator: cavity.a, rate: kappa, bath: c}
                  gain: {operator: cavity.adag, rate: kappa*exp(-b*(1 - G*mirror.x)), bath: c}
                """, Map.of("N", 2.0), Map.of("mirror.x", 0.37, "mirror.v", -0.61));
    }

    private static void check(String yaml, Map<String, Double> values, Map<String, Double> letters) {
        OpenSystem model = ModelReader.read(yaml, "model.yaml");
        int cutOff = model.modes().isEmpty() ? 1 : CLIMB + 3;
        LindbladTruth truth = LindbladTruth.frozen(model, values, letters, cutOff);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        ComplexMatrix rho = truth.randomState(random, model.modes().isEmpty() ? 0 : CLIMB);
        ComplexMatrix change = truth.rate(rho);
        words(model).forEach((text, o) -> {
            double[] schroedinger = truth.expectation(o, change);
            double[] heisenberg = truth.expectation(model.drift(o), rho);
            double scale = 1 + Math.hypot(heisenberg[0], heisenberg[1]);
            assertEquals(schroedinger[0], heisenberg[0], ROUNDING * 100 * scale, "real part for " + text);
            assertEquals(schroedinger[1], heisenberg[1], ROUNDING * 100 * scale, "imaginary part for " + text);
        });
    }

    /** The identity, all letters and all ordered products of two letters. */
    static Map<String, Operator> words(OpenSystem model) {
        Map<String, Operator> letters = new LinkedHashMap<>();
        for (SpinEnsemble e : model.ensembles()) {
            letters.put(e.name() + ".plus", e.plus());
            letters.put(e.name() + ".z", e.z());
            letters.put(e.name() + ".minus", e.minus());
        }
        for (Mode m : model.modes()) {
            letters.put(m.name() + ".a", m.a());
            letters.put(m.name() + ".adag", m.adag());
        }
        Map<String, Operator> words = new LinkedHashMap<>(letters);
        words.put("1", Operator.of(Coefficient.ONE));
        List<String> names = new ArrayList<>(letters.keySet());
        for (String a : names) {
            for (String b : names) words.put(a + "*" + b, letters.get(a).times(letters.get(b)));
        }
        return words;
    }
}
