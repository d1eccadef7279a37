package org.escapement.study.question.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectra of one decaying spin and of a driven one, whose eigenvalues are known or obey sum rules. */
class EigenvalueQuestionsTest {

    private static final String MODEL = """
            model: spin
            size: N
            parameters: {w: 0, n: 0, k: 1, f: 0}
            spins:
              S: {atoms: N, as: sigma/2}
            hamiltonian:
              field: f*S.z
              drive: {term: w*S.x, role: drive}
            jumps:
              loss: {operator: S.minus, rate: k*(1+n)/N, bath: bath}
              gain: {operator: S.plus, rate: k*n/N, bath: bath}
            states:
              down: {S: down}
            """;

    @TempDir
    private Path directory;

    private Map<String, Dataset> run(String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(MODEL, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE);
    }

    private Dataset main(String body) {
        return run(body).get("main");
    }

    @Test
    void oneSpinInAThermalBathHasItsTextbookRates() {
        Dataset d = main("""
                set: {N: 1, n: 0.5, f: 3}
                record:
                  rates: {eigenvalues: {count: 4, part: real}}
                  turning: {eigenvalue: {kind: oscillating, part: imaginary}}
                  gap: {gap: all}
                  populations: {gap: {reached by: S.z}}
                  coherence: {gap: {reached by: S.minus}}
                """);
        // Populations relax with k(1+2n), coherences with half of it and the frequency f.
        assertArrayEquals(new double[] {0, -1, -1, -2}, d.values("rates"), 1e-12);
        assertEquals(3, d.values("turning")[0], 1e-12);
        assertEquals(1, d.values("gap")[0], 1e-12);
        assertEquals(2, d.values("populations")[0], 1e-12);
        assertEquals(1, d.values("coherence")[0], 1e-12);
    }

    @Test
    void anEigenvalueIsFollowedThroughTheParameterAndTheSize() {
        Map<String, Dataset> d = run("""
                set: {f: 0}
                runs:
                  drive:
                    set: {N: 2}
                    axes:
                      w: {from: 0.2, to: 3, points: 15}
                    continuation: {along: w}
                    record:
                      re: {eigenvalue: {near: [-1, 1.2], part: real}}
                      im: {eigenvalue: {near: [-1, 1.2], part: imaginary}}
                  there:
                    set: {N: 2, w: 3}
                    record:
                      im: {eigenvalues: {kind: oscillating, count: 3, part: imaginary}}
                  size:
                    set: {w: 2}
                    axes:
                      N: [2, 4, 6]
                    continuation: {along: N, direction: backward}
                    record:
                      re: {eigenvalue: {kind: oscillating, part: real}}
                  sizes:
                    set: {w: 2}
                    axes:
                      N: [2, 4, 6]
                    record:
                      re: {eigenvalue: {kind: oscillating, part: real}}
                """);
        double[] im = d.get("drive").values("im");
        assertEquals(0, d.get("drive").status()[14]);
        double nearest = Double.MAX_VALUE;
        for (double v : d.get("there").values("im")) nearest = Math.min(nearest, Math.abs(v - im[14]));
        assertEquals(0, nearest, 1e-9);
        assertArrayEquals(d.get("sizes").values("re"), d.get("size").values("re"), 1e-9);
        assertTrue(
                d.get("sizes").values("re")[2] > d.get("sizes").values("re")[0],
                "the crystal lives longer when larger");
    }

    @Test
    void theOscillationOfATimeCrystalLivesLongerTheLargerItIs() {
        Dataset d = main("""
                set: {w: 2}
                axes:
                  N: [12, 18, 24]
                continuation: {along: N}
                record:
                  re: {eigenvalue: {near: [-0.3, 1.7], part: real}}
                  error: {eigenvalue: {near: [-0.3, 1.7], part: residual}}
                """);
        double[] re = d.values("re");
        // The rate closes like 1/N.
        assertEquals(12.0 / 24, re[2] / re[0], 0.05);
        assertTrue(d.values("error")[2] < 1e-7);
    }

    @Test
    void whatIsNotThereIsSaid() {
        Dataset d = main("""
                set: {N: 1, w: 0, f: 1}
                record:
                  far: {eigenvalues: {count: 5, part: real}}
                """);
        assertEquals(4, d.status()[0]);
        assertThrows(SourceException.class, () -> main("""
                set: {N: 1}
                record:
                  g: {gap: {reached by: Q.minus}}
                """));
    }
}
