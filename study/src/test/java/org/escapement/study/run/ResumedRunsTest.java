package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.data.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a run depend on the study alone: not on threads, interruptions or the order of blocks. */
class ResumedRunsTest {

    /** Eight blocks in vector lanes, among them points without a real value of the definition {@code depth}. */
    private static final String LANES = """
            axes:
              Omega: {from: 0, to: 6, points: 4}
              J: {from: 0, to: 4, points: 130}
              begin: {states: [ground, excited]}
            record:
              w: {quantity: work, average: [5, 10]}
              m: {quantity: m_z, series: {from: 0, to: 2, points: 3}}
              e: {number: stationary_work}
              deep: {number: depth}
            """;

    /** One point after the other, with dense output, and statistics over random starts. */
    private static final String SCALAR = """
            axes:
              J: {from: 0, to: 4, points: 30}
              starts: {random: {phi: [0, 2*pi]}, points: 20, seed: 7}
            start: turned
            record:
              top: {quantity: m_z, maximum: [0, 10]}
            statistics:
              spread: {of: top, over: starts, statistic: variance}
            """;

    @TempDir
    private Path folder;

    private Map<String, String> uninterrupted(String body) throws IOException {
        Path directory = folder.resolve("uninterrupted");
        Samples.runner(body, directory, 1).run(StudyRunner.Existing.REFUSE);
        return Samples.bytes(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theNumberOfThreadsChangesNoByte(int threads) throws IOException {
        for (String body : List.of(LANES, SCALAR)) {
            Path one = folder.resolve("one" + body.hashCode());
            Path several = folder.resolve("several" + body.hashCode());
            Samples.runner(body, one, 1).run(StudyRunner.Existing.REFUSE);
            Samples.runner(body, several, threads).run(StudyRunner.Existing.REFUSE);
            assertEquals(Samples.bytes(one), Samples.bytes(several));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LANES, SCALAR})
    void blocksWhoseStatusIsGoneAreComputedAgainToTheSameBytes(String body) throws IOException {
        Map<String, String> whole = uninterrupted(body);
        Path directory = folder.resolve("interrupted");
        Samples.runner(body, directory, 2).run(StudyRunner.Existing.REFUSE);
        Path store = directory.resolve("main.zarr");
        int deleted = 0;
        for (Path status : chunks(store.resolve("status"))) {
            if (deleted++ % 2 == 0) Files.delete(status);
        }
        assertTrue(deleted >= 2, "the sample must have several blocks");
        List<String> variables = body.equals(LANES) ? List.of("w", "m") : List.of("top");
        for (String variable : variables) {
            Files.writeString(store.resolve(variable).resolve(".0.0.0.4711.1.tmp"), "half a chunk");
            Files.delete(chunks(store.resolve(variable)).getFirst());
        }
        Files.deleteIfExists(chunks(store.resolve("status")).getLast());
        Samples.runner(body, directory, 3).run(StudyRunner.Existing.RESUME);
        assertEquals(whole, Samples.bytes(directory));
    }

    /** Files of an array that are chunks, in order. */
    private static List<Path> chunks(Path array) throws IOException {
        try (Stream<Path> files = Files.list(array)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aRunKilledWithoutWarningGoesOnToTheSameBytes() throws Exception {
        String body = SlowSweep.BODY;
        Map<String, String> whole = uninterrupted(body);
        Path directory = folder.resolve("killed");
        Path status = directory.resolve("main.zarr").resolve("status");
        int kills = 0;
        for (int wanted = 1; wanted <= 5; wanted += 4) {
            Process child = child(directory);
            try {
                waitFor(status, wanted, child);
            } finally {
                child.destroyForcibly().waitFor();
            }
            if (chunks(status).size() < SlowSweep.BLOCKS) kills++;
        }
        assertTrue(kills > 0, "the child always finished before it was killed: make the sweep longer");
        Samples.runner(body, directory, 2).run(StudyRunner.Existing.RESUME);
        assertEquals(whole, Samples.bytes(directory));
    }

    private static Process child(Path directory) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowSweep.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory + ".output"))
                .start();
    }

    private static void waitFor(Path status, int blocks, Process child) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (child.isAlive() && System.nanoTime() < end) {
            if (Files.isDirectory(status) && chunks(status).size() >= blocks) return;
            Thread.sleep(2);
        }
        assertTrue(System.nanoTime() < end, "no block was committed within a minute");
    }

    @Test
    void finishedResultsAreNotTouchedUnlessAskedFor() throws IOException {
        String body = "record: {w: {quantity: work, at: 1}}\n";
        Samples.runner(body, folder, 1).run(StudyRunner.Existing.REFUSE);
        StoreException e = assertThrows(
                StoreException.class, () -> Samples.runner(body, folder, 1).run(StudyRunner.Existing.REFUSE));
        assertEquals(
                "there are results in '" + folder.resolve("main.zarr")
                        + "' already: add --resume to go on with them or --overwrite to begin again",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recordings | record: {w: {quantity: work, at: 2}}",
                "relative tolerance | {accuracy: {relative: 1e-9}, record: {w: {quantity: work, at: 1}}}",
                "set | {set: {Jz: 2}, record: {w: {quantity: work, at: 1}}}",
                "start | {start: excited, record: {w: {quantity: work, at: 1}}}",
                "axes | {axes: {J: [1, 2]}, record: {w: {quantity: work, at: 1}}}"
            })
    void theStoreOfAnotherStudyIsRefusedWithTheDifferenceNamed(String other) {
        Samples.runner("record: {w: {quantity: work, at: 1}}\n", folder, 1).run(StudyRunner.Existing.REFUSE);
        String word = other.substring(0, other.indexOf(" | "));
        String body = other.substring(other.indexOf(" | ") + 3).replaceFirst("^\\{(.*)}$", "$1");
        String lines = body.startsWith("record") ? body : body.replace(", record:", "\nrecord:");
        StoreException e = assertThrows(
                StoreException.class, () -> Samples.runner(lines, folder, 1).run(StudyRunner.Existing.RESUME));
        assertTrue(e.getMessage().contains("belongs to another run"), e.getMessage());
        assertTrue(e.getMessage().contains(word), e.getMessage());
    }
}
