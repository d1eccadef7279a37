package org.escapement.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every broken model file says in one sentence what is wrong and where, quickly. */
class BrokenModelsTest {

    private static final Path FOLDER = Path.of("src/test/resources/broken-models");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Stream<Path> files() throws IOException {
        return Files.list(FOLDER).filter(p -> p.toString().endsWith(".yaml")).sorted();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedWithItsMessage() throws IOException {
        // Class loading is not what is timed.
        message(FOLDER.resolve("not-hermitian.yaml"));
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String message = assertTimeoutPreemptively(LIMIT, () -> message(file));
        Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
        assertEquals(Files.readString(expected).strip(), message);
        assertTrue(message.matches("[\\w-]+\\.yaml:\\d+:\\d+: .*"), "begins with file:line:column");
    }

    private static String message(Path file) throws IOException {
        try {
            ModelReader.read(Files.readString(file), file.getFileName().toString());
        } catch (SourceException e) {
            return e.getMessage();
        }
        return fail("was read without complaint");
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertTrue(files().count() > 100);
    }
}
