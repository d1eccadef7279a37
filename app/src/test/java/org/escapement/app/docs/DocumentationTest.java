package org.escapement.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escapement.app.docs.Snippets.Snippet;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelFile;
import org.escapement.model.file.ModelReader;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can be tried in the documentation is tried. A {@code yaml model} is read and, unless it is a network,
 * derived; a {@code yaml add} is added to the page's model (or study, once one was shown) first; a {@code yaml study} is
 * read with the page's latest model, or with the ring example. Each command of a {@code sh quick} must succeed, each
 * {@code java} must run.
 */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    Path directory;

    @Test
    void everyModelAndStudyOfThePagesIsRead() throws IOException {
        int read = 0;
        for (Path page : Snippets.pages()) {
            // The how-to of figures is checked by drawing its examples.
            if (page.endsWith("figures.md")) continue;
            read += new Page().read(page);
        }
        assertTrue(read >= 10, "only " + read + " snippets were found");
    }

    /** The model and the study a page has built up so far. */
    private final class Page {

        private String model = "";
        private String study = "";

        int read(Path page) throws IOException {
            int count = 0;
            for (Snippet s : Snippets.of(page)) {
                if (!s.kind().startsWith("yaml")) continue;
                try {
                    read(s);
                } catch (RuntimeException e) {
                    throw new AssertionError(s + ": " + e.getMessage(), e);
                }
                count++;
            }
            return count;
        }

        private void read(Snippet s) throws IOException {
            switch (s.kind()) {
                case "yaml model" -> {
                    model = s.text();
                    study = "";
                }
                case "yaml study" -> study = s.text();
                case "yaml add" -> {
                    if (study.isEmpty()) model = Snippets.added(model, s.text());
                    else study = Snippets.added(study, s.text());
                }
                default -> fail(s + ": say 'yaml model', 'yaml study' or 'yaml add'");
            }
            Model system = model.isEmpty()
                    ? ModelReader.read(Snippets.ROOT.resolve(Path.of("examples", "ring", "model.yaml")))
                    : ModelFile.read(model, s.toString(), Map.of());
            if (system instanceof OpenSystem spins) MeanField.derive(spins);
            if (!study.isEmpty()) run(StudyReader.read(study, s.toString(), (name, structure) -> system), s);
        }

        private void run(Study read, Snippet s) throws IOException {
            Path runs = Files.createTempDirectory(directory, "runs");
            new ClaimReader(read).read();
            new StudyRunner(read.coarse(), runs, 2, Progress.silent()).run(StudyRunner.Existing.REFUSE);
            try (Stream<Path> logs = Files.walk(runs)) {
                List<Path> failed = logs.filter(p -> p.getFileName().toString().equals("run.log"))
                        .toList();
                for (Path log : failed) assertEquals("", Files.readString(log), s.toString());
            }
        }
    }

    @Test
    @Timeout(300)
    void quickCommandsSucceedAsPrinted() throws IOException, InterruptedException {
        copy("examples/ring/model.yaml", "examples/ring/study.yaml", "examples/verify/crystals.json");
        // The same study on fewer points, to be quick; the commands are those of the page.
        Path study = directory.resolve("examples/ring/study.yaml");
        Files.writeString(study, Files.readString(study).replace("points: 40", "points: 4"));
        int run = 0;
        for (Path page : Snippets.pages()) {
            for (Snippet s : Snippets.of(page)) {
                if (!s.kind().equals("sh quick")) continue;
                for (String line : s.text().lines().toList()) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    succeed(s, command(line));
                    run++;
                }
            }
        }
        assertTrue(run >= 6, "only " + run + " commands were found");
    }

    @Test
    @Timeout(120)
    void javaExamplesRun() throws IOException, InterruptedException {
        copy("examples/ring/model.yaml");
        int run = 0;
        for (Path page : Snippets.pages()) {
            for (Snippet s : Snippets.of(page)) {
                if (!s.kind().equals("java")) continue;
                Path file = Files.writeString(directory.resolve("Example.java"), s.text());
                succeed(s, java(file.toString()));
                run++;
            }
        }
        assertTrue(run >= 1, "no Java example was found");
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        for (Path page : Snippets.pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.toAbsolutePath().getParent().resolve(links.group(1));
                assertTrue(Files.exists(target), page + " points to " + links.group(1) + ", which is not there");
            }
        }
    }

    private void copy(String... files) throws IOException {
        for (String file : files) {
            Path target = directory.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(Snippets.ROOT.resolve(file), target);
        }
    }

    /** The Java process that {@code ./escapement ...} starts. */
    private static List<String> command(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
        while (word.find()) words.add(word.group(1) != null ? word.group(1) : word.group(2));
        assertEquals("./escapement", words.getFirst(), "only the program's own commands are tried here: " + line);
        List<String> process = java("org.escapement.app.cli.Main");
        process.addAll(words.subList(1, words.size()));
        return process;
    }

    private static List<String> java(String what) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                what));
    }

    private static String absolute(String classPath) {
        return String.join(
                java.io.File.pathSeparator,
                Stream.of(classPath.split(java.io.File.pathSeparator))
                        .map(p -> Path.of(p).toAbsolutePath().toString())
                        .toList());
    }

    private void succeed(Snippet s, List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(200, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail(s + ": " + last(command) + " did not end");
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), s + ": " + last(command) + "\n" + text);
        assertFalse(text.isBlank(), s + ": " + last(command) + " says nothing");
    }

    private static String last(List<String> command) {
        return String.join(" ", command.subList(9, command.size()));
    }
}
