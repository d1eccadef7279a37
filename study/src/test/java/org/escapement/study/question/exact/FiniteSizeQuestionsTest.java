package org.escapement.study.question.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Accuracy;
import org.escapement.study.Estimate;
import org.escapement.study.Inquiry;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

/** Noise, counting, trajectories and states of parts where closed forms are known. */
class FiniteSizeQuestionsTest {

    /** One spin in a bath at N = 1: down at k(1+n) = 1.5, up at k n = 0.5. */
    private static final Model SPIN = ModelReader.read("""
            model: spin
            size: N
            parameters: {w: 0, n: 0.5, k: 1}
            spins:
              S: {atoms: N, as: sigma/2}
            hamiltonian:
              drive: {term: w*S.x, role: drive}
            jumps:
              loss: {operator: S.minus, rate: k*(1+n)/N, bath: bath, quantum: 2}
              gain: {operator: S.plus, rate: k*n/N, bath: bath, quantum: -2}
            states:
              down: {S: down}
            quantities:
              m: {is: <S.z>/N}
            """, "spin.yaml");

    /** Two spins that exchange an excitation: cos(t)|ud> - i sin(t)|du>. */
    private static final Model PAIR = ModelReader.read("""
            model: pair
            size: N
            parameters: {J: 1}
            spins: {A: {atoms: N, as: sigma/2}, B: {atoms: N, as: sigma/2}}
            hamiltonian:
              exchange: J*(A.plus*B.minus + A.minus*B.plus)
            jumps:
              loss: {operator: A.minus, rate: 0/N, bath: bath}
            states:
              one: {A: up, B: down}
            """, "pair.yaml");

    private static double[] ask(Model model, Map<String, Double> set, String question) {
        return new Inquiry(model, question)
                .answer(set, Optional.empty(), ExactOptions.none(), Accuracy.fine()).stream()
                        .mapToDouble(Estimate::value)
                        .toArray();
    }

    private static double one(Map<String, Double> set, String question) {
        return ask(SPIN, set, question)[0];
    }

    @Test
    void jumpsOfOneSpinAreARenewalProcess() {
        Map<String, Double> one = Map.of("N", 1.0);
        double down = 1.5;
        double up = 0.5;
        double sum = up + down;
        assertEquals(up * down / sum, one(one, "counting: {jumps: loss, cumulant: 1}"), 1e-12);
        double variance = up * down * (up * up + down * down) / Math.pow(sum, 3);
        assertEquals(variance, one(one, "counting: {jumps: loss, cumulant: 2}"), 1e-12);
        assertEquals(variance, one(one, "counting: {jumps: [loss], frequency: 0}"), 1e-12);
        // At high frequencies single shots are left.
        assertEquals(up * down / sum, one(one, "counting: {jumps: loss, frequency: 1e4}"), 1e-6);
        // Losses and gains alternate: heat does not spread.
        assertEquals(0, one(one, "counting: {heat: bath, cumulant: 2}"), 1e-12);
        assertEquals(4 * one(one, "counting: {jumps: loss, cumulant: 3}"), 4 * thirdOfAlternation(down, up), 1e-10);
    }

    /** Third cumulant of events at alternating exponential waits, by differentiating the larger root of the tilted rates. */
    private static double thirdOfAlternation(double a, double b) {
        // λ = -s/2 + sqrt(s²/4 + ab(e^χ - 1)), s = a + b, expanded in χ.
        double s = a + b;
        double q = a * b;
        return q / s - 6 * q * q / Math.pow(s, 3) + 12 * q * q * q / Math.pow(s, 5);
    }

    @Test
    void populationOfOneSpinFluctuatesAsATelegraph() {
        Map<String, Double> one = Map.of("N", 1.0);
        double p = 0.25;
        double variance = p * (1 - p);
        assertEquals(2 * variance / 2, one(one, "noise: {of: <S.z>}"), 1e-12);
        assertEquals(2 * 2 * variance / (4 + 9), one(one, "noise: {of: <S.z>, frequency: 3}"), 1e-12);
        double[] later = ask(SPIN, one, "noise: {of: 1 + 2*<S.z>, with: <S.z>, after: [0, 1]}");
        assertArrayEquals(new double[] {2 * variance, 2 * variance * Math.exp(-2)}, later, 1e-9);
    }

    @Test
    void trajectoriesEstimateWhatTheMatrixGives() {
        Map<String, Double> driven = Map.of("N", 4.0, "w", 1.2);
        double exact = -0.5 + one(driven, "information: {measure: purity, of: S, at: 0}") / 2;
        assertEquals(0, exact, 1e-12);
        double[] few = ask(SPIN, driven, "trajectories: {of: m, count: 200, at: 2}");
        double[] more = ask(SPIN, driven, "trajectories: {of: m, count: 200, series: [0, 2]}");
        double error = one(driven, "trajectories: {of: m, count: 200, at: 2, part: standard error}");
        double matrix = org.escapement.study.Evaluation.of(org.escapement.model.OpenSystem.of(SPIN))
                .set(driven)
                .exact(ExactOptions.none())
                .at(List.of(2.0), List.of("m"))[0][0];
        assertEquals(matrix, few[0], 4 * error);
        assertEquals(few[0], more[1], 1e-6, "looking at trajectories does not change them");
        assertEquals(-0.5, more[0], 1e-12);
    }

    @Test
    void trajectoriesStopAtARequestedError() {
        Map<String, Double> driven = Map.of("N", 4.0, "w", 1.2);
        assertTrue(one(driven, "trajectories: {of: m, error: 0.01, at: 2, part: standard error}") <= 0.01);
        double count = one(driven, "trajectories: {of: m, error: 0.01, at: 2, part: count}");
        assertTrue(count > 64 && count < 5000, "took " + count);
        assertThrows(
                ModelException.class, () -> one(driven, "trajectories: {of: m, error: 1e-6, at most: 1000, at: 2}"));
    }

    @Test
    void anExchangedExcitationEntangles() {
        Map<String, Double> one = Map.of("N", 1.0);
        double t = 0.3;
        double c = Math.cos(t) * Math.cos(t);
        double entropy = -c * Math.log(c) - (1 - c) * Math.log(1 - c);
        assertEquals(
                Math.log1p(Math.sin(2 * t)),
                ask(PAIR, one, "information: {measure: negativity, between: [A, B], at: 0.3}")[0],
                1e-9);
        assertEquals(
                Math.sin(2 * t),
                ask(PAIR, one, "information: {measure: concurrence, atoms of: [A, B], at: 0.3}")[0],
                1e-6);
        assertArrayEquals(
                new double[] {0, 2 * entropy},
                ask(PAIR, one, "information: {measure: mutual information, between: [A, B], series: [0, 0.3]}"),
                1e-8);
        assertEquals(entropy, ask(PAIR, one, "information: {measure: entropy, of: B, at: 0.3}")[0], 1e-9);
        assertEquals(
                2 * c - 1, ask(PAIR, one, "information: {measure: ergotropy, of: A, energy: A.z, at: 0.3}")[0], 1e-9);
        assertEquals(0, ask(PAIR, one, "information: {measure: ergotropy, of: B, energy: B.z, at: 0.3}")[0], 1e-9);
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        Map<String, Double> one = Map.of("N", 1.0);
        assertThrows(SourceException.class, () -> one(one, "counting: {heat: bath, cumulant: 2, frequency: 1}"));
        assertThrows(SourceException.class, () -> one(one, "counting: {jumps: decay, cumulant: 2}"));
        assertThrows(SourceException.class, () -> one(one, "noise: {of: entropy()}"));
        assertThrows(ModelException.class, () -> one(one, "noise: {of: <S.z>*<S.z>}"));
        assertThrows(SourceException.class, () -> one(one, "trajectories: {of: purity(), count: 10, at: 1}"));
        assertThrows(SourceException.class, () -> one(one, "information: {measure: discord, of: S, at: 1}"));
        assertThrows(
                ModelException.class, () -> one(one, "information: {measure: concurrence, atoms of: [S, S], at: 1}"));
        assertThrows(
                OutOfReachException.class,
                () -> one(Map.of("N", 5000.0), "information: {measure: entropy, of: S, at: 0}"));
    }
}
