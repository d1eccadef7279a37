package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Outcome.Status;
import org.escapement.study.file.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be computed at finite N is named by its status, with a remedy in the log; the other points go on. */
class RefusalsTest {

    private static final String MODEL = """
            model: spin in a cavity
            size: N
            parameters: {eta: 0.2, g: 0.5, k: 1, q: 0}
            spins:
              S: {atoms: N, as: sigma/2}
            modes: [c]
            hamiltonian:
              coupling: g*(c.a*S.plus + c.adag*S.minus)
              drive: {term: eta*(c.a + c.adag), role: drive}
            jumps:
              loss: {operator: c.a, rate: k, bath: outside}
              decay: {operator: S.minus, rate: q, bath: outside}
            states:
              dark: {S: down, c: [0, 0]}
              bright: {S: down, c: [3, 0]}
            """;

    @TempDir
    private Path directory;

    private Dataset main(String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(MODEL, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
    }

    private void logSays(String words) throws IOException {
        String log = Files.readString(directory.resolve("main.zarr").resolve("run.log"));
        assertTrue(log.contains(words), log);
    }

    private static int[] codes(Status... statuses) {
        return java.util.Arrays.stream(statuses).mapToInt(Status::code).toArray();
    }

    @Test
    void aCutOffThatFillsUpDuringTheEvolution() throws IOException {
        Dataset d = main("""
                level: exact
                cut-offs: {c: levels}
                set: {N: 1}
                axes: {levels: [3, 9]}
                record: {n: {quantity: <c.n>, at: 3}}
                """);
        assertArrayEquals(codes(Status.CUT_OFF_TOO_LOW, Status.OK), d.status());
        logSays("raise the cut-off");
    }

    @Test
    void aCutOffThatTheInitialStateDoesNotFitUnder() throws IOException {
        Dataset d = main("""
                level: exact
                cut-offs: {c: 8}
                set: {N: 1}
                start: bright
                record: {n: {quantity: <c.n>, at: 1}}
                """);
        assertArrayEquals(codes(Status.CUT_OFF_TOO_LOW), d.status());
        logSays("raise it");
    }

    @Test
    void aNumberOfAtomsThatIsNotWhole() throws IOException {
        Dataset d = main("""
                level: exact
                cut-offs: {c: 8}
                axes: {N: [1, 1.5]}
                record: {n: {quantity: <c.n>, at: 1}}
                """);
        assertArrayEquals(codes(Status.OK, Status.NOT_APPLICABLE), d.status());
        logSays("choose a size that gives a whole positive number");
    }

    @Test
    void aSystemThatIsTooLarge() throws IOException {
        Dataset d = main("""
                cut-offs: {c: 50000}
                axes: {N: [20000]}
                record: {n: {stationary: <c.n>}}
                """);
        assertArrayEquals(codes(Status.OUT_OF_REACH), d.status());
        logSays("take a smaller size or cut-off");
    }

    @Test
    void aSectorWithoutStates() throws IOException {
        Dataset d = main("""
                cut-offs: {c: 4}
                axes: {N: [1, 2]}
                record: {gap: {gap: {reached by: S.minus*S.minus}}}
                """);
        assertEquals(Status.EMPTY_SECTOR.code(), d.status()[0]);
        assertEquals(0, d.status()[1]);
        logSays("take a larger size or another operator");
    }
}
