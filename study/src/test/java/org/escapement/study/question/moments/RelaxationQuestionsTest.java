package org.escapement.study.question.moments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
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

/** One ensemble in a hot bath from full excitation, in spherical tensors and by the master equation. */
class RelaxationQuestionsTest {

    private static final String MODEL = """
            model: spin
            size: N
            parameters: {b: 10}
            let:
              n: exp(-b/(2*N))/(2*sinh(b/(2*N)))
            spins:
              S: {atoms: N, as: sigma/2, scale: N/2}
            jumps:
              loss: {operator: S.minus, rate: (1 + n)/N, bath: bath}
              gain: {operator: S.plus, rate: n/N, bath: bath}
            states:
              excited: {S: up}
              across: {S: x}
            quantities:
              z: {is: 2*<S.z>/N}
              q: {is: 4*<S.z^2>/N^2}
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

    @Test
    void tensorsOfFiniteNEvolveLikeTheMasterEquation() {
        Map<String, Dataset> d = run("""
                set: {N: 7}
                runs:
                  exact:
                    level: exact
                    record:
                      z: {quantity: z, series: [0, 0.5, 2, 10]}
                      q: {quantity: q, series: [0, 0.5, 2, 10]}
                  tensors:
                    record:
                      z: {tensors: {mean: z, size: finite, series: [0, 0.5, 2, 10]}}
                      q: {tensors: {mean: q, size: finite, series: [0, 0.5, 2, 10]}}
                """);
        assertArrayEquals(d.get("exact").values("z"), d.get("tensors").values("z"), 1e-7);
        assertArrayEquals(d.get("exact").values("q"), d.get("tensors").values("q"), 1e-7);
    }

    @Test
    void finiteSizesApproachTheLimitLikeTheInverseSize() {
        Map<String, Dataset> d = run("""
                runs:
                  exact:
                    level: exact
                    axes:
                      N: [40, 80]
                    record:
                      z: {quantity: z, at: 5}
                  limit:
                    axes:
                      start: {states: [excited]}
                    record:
                      z: {tensors: {mean: z, at: 5}}
                """);
        double[] z = d.get("exact").values("z");
        double limit = d.get("limit").values("z")[0];
        assertEquals(2, (z[0] - limit) / (z[1] - limit), 0.1);
        // Extrapolated from both sizes.
        assertEquals(2 * z[1] - z[0], limit, 3e-3);
    }

    @Test
    void anEvolutionFromAnotherDirectionIsRefused() throws Exception {
        Map<String, Dataset> d = run("""
                start: across
                record:
                  z: {tensors: {mean: z, at: 5}}
                """);
        assertTrue(Double.isNaN(d.get("main").values("z")[0]));
        assertTrue(Files.readString(directory.resolve("main.zarr").resolve("run.log"))
                .contains("begins with all spins up or down"));
    }

    @Test
    void theFirstSizeAtWhichTheTemperatureIsFelt() {
        Map<String, Dataset> d = run("""
                set: {N: 1}
                axes:
                  b: [20, 100]
                record:
                  inversion: {first size: {of: {stationary: z}, differs from: -1, by: 1e-10, to: 20}}
                  above: {first size: {of: {stationary: z + 1}, above: 1e-10, to: 20}}
                """);
        // 2 exp(-b/N)/N passes 1e-10: already one spin at b = 20, between 4 and 5 spins at b = 100.
        assertArrayEquals(new double[] {1, 5}, d.get("main").values("inversion"));
        assertArrayEquals(new double[] {1, 5}, d.get("main").values("above"));
    }

    @Test
    void aFirstSizeThatIsNotReachedIsSaid() throws Exception {
        Map<String, Dataset> d = run("""
                set: {N: 1}
                record:
                  n: {first size: {of: {stationary: z}, below: -2, to: 4}}
                """);
        assertTrue(Double.isNaN(d.get("main").values("n")[0]));
        assertTrue(Files.readString(directory.resolve("main.zarr").resolve("run.log"))
                .contains("no size from 1 to 4"));
        assertThrows(SourceException.class, () -> run("""
                set: {N: 1}
                record:
                  n: {first size: {of: {stationary: z}, to: 4}}
                """));
    }
}
