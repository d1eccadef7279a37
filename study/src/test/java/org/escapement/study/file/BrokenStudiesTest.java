package org.escapement.study.file;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.escapement.study.claims.ClaimReader;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Studies that cannot be meant. Every file of {@code broken-studies} has its message beside it, in {@code expected.txt}:
 * the place, then one sentence that names what was written and what could have been.
 */
class BrokenStudiesTest {

    private static final Set<String> MODELS = Set.of("crystals.yaml", "broken-model.yaml", "unscaled-model.yaml");

    private static Path folder() throws URISyntaxException {
        return Path.of(BrokenStudiesTest.class.getResource("/broken-studies").toURI());
    }

    private static List<String> expected() throws IOException, URISyntaxException {
        return Files.readAllLines(folder().resolve("expected.txt"));
    }

    private static List<Path> studies() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !MODELS.contains(f.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(Path study) {
        return study.getFileName().toString().replace(".yaml", "");
    }

    /** Reads a study with its claims and returns what it is refused for, with file names instead of paths. */
    private static String refusal(Path study) {
        SourceException e = assertThrows(
                SourceException.class,
                () -> new ClaimReader(StudyReader.read(study)).read(),
                () -> study.getFileName() + " is accepted");
        return e.getMessage().replace(study.getParent() + "/", "");
    }

    @TestFactory
    Stream<DynamicTest> everyBrokenStudyIsRefusedAtItsPlaceInTheseWords() throws IOException, URISyntaxException {
        List<String> messages = expected();
        return studies().stream()
                .map(study -> DynamicTest.dynamicTest(stem(study), () -> {
                    String message = refusal(study);
                    String wanted = messages.stream()
                            .filter(l -> l.startsWith(stem(study) + " | "))
                            .map(l -> l.substring(l.indexOf(" | ") + 3))
                            .findFirst()
                            .orElse("(no line in expected.txt)");
                    assertAll(
                            () -> assertEquals(wanted, message),
                            () -> assertTrue(message.matches("[a-z0-9-]+\\.yaml:\\d+:\\d+: .*"), message));
                }));
    }

    @Test
    void everyExpectedMessageHasItsStudy() throws IOException, URISyntaxException {
        List<String> stems =
                studies().stream().map(BrokenStudiesTest::stem).sorted().toList();
        List<String> named = expected().stream()
                .filter(l -> !l.isBlank())
                .map(l -> l.substring(0, l.indexOf(" | ")))
                .sorted()
                .toList();
        assertEquals(stems, named);
    }
}
