package org.escapement.study.question.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two atoms hand one excitation to and fro: everything is known. */
class ReducedQuestionTest {

    private static final String MODEL = """
            model: pair
            size: N
            parameters: {J: 0.7, loss: 0, w: 1.3, b: 0}
            spins: {A: {atoms: N, as: sums}, B: {atoms: N, as: sums}}
            hamiltonian:
              exchange: J*(A.plus*B.minus + A.minus*B.plus)/N
            jumps:
              loss: {operator: A.minus, rate: loss/N, bath: vacuum}
            states: {excited: {A: up, B: down}}
            """;

    @TempDir
    private Path directory;

    private Dataset main(String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\nset: {N: 1}\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(MODEL, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
    }

    @Test
    void informationAndErgotropyOfTwoAtoms() {
        Dataset d = main("""
                record:
                  E: {reduced: {measure: negativity, between: [A, B], series: [0, 0.4, 1.5]}}
                  I: {reduced: {measure: mutual information, between: [B, A], series: [0, 0.4, 1.5]}}
                  S: {reduced: {measure: entropy, between: [A, B], at: 1.5}}
                  SA: {reduced: {measure: first entropy, between: [A, B], at: 0.4}}
                  W: {reduced: {ergotropy of: A, energy: w*A.z/2, series: [0, 0.4, 1.5]}}
                """);
        double[] times = {0, 0.4, 1.5};
        for (int k = 0; k < 3; k++) {
            double angle = 0.7 * times[k];
            double p = Math.cos(angle) * Math.cos(angle);
            double entropy = p < 1 ? -p * Math.log(p) - (1 - p) * Math.log(1 - p) : 0;
            assertEquals(Math.log1p(Math.abs(Math.sin(2 * angle))), d.values("E")[k], 1e-6);
            assertEquals(2 * entropy, d.values("I")[k], 1e-6);
            assertEquals(1.3 * Math.max(0, Math.cos(2 * angle)), d.values("W")[k], 1e-6);
            if (k == 1) assertEquals(entropy, d.values("SA")[0], 1e-6);
        }
        assertEquals(0, d.values("S")[0], 1e-5);
    }

    @Test
    void inTheStationaryStateNothingIsLeft() {
        Dataset d = main("""
                record:
                  E: {reduced: {measure: negativity, between: [A, B], stationary: true}}
                  W: {reduced: {ergotropy of: B, energy: B.z, stationary: true}}
                """.replace("record", "axes: {loss: [1]}\nrecord"));
        assertEquals(0, d.values("E")[0], 1e-9);
        assertEquals(0, d.values("W")[0], 1e-9);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsPlace() {
        assertRefused("{reduced: {measure: negativity, between: [A, A], at: 1}}", "the two are the same");
        assertRefused("{reduced: {measure: discord, between: [A, B], at: 1}}", "not a valid measure");
        assertRefused("{reduced: {ergotropy of: A, at: 1}}", "its 'energy'");
        assertRefused("{reduced: {measure: entropy, between: [A, B], average: [0, 1]}}", "at, series, stationary");
        Dataset d = main("record:\n  W: {reduced: {ergotropy of: A, energy: B.z, at: 1}}\n");
        assertEquals(4, d.status()[0]);
    }

    private void assertRefused(String question, String part) {
        SourceException refused =
                assertThrows(SourceException.class, () -> main("record:\n  q: " + question + "\n"));
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
}
