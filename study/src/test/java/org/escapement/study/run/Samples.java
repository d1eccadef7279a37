package org.escapement.study.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.escapement.data.Dataset;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;

/** Studies of the model in {@code broken-studies/crystals.yaml}, written inside the tests that run them. */
final class Samples {

    private Samples() {}

    static OpenSystem crystals() {
        try (InputStream in = Samples.class.getResourceAsStream("/broken-studies/crystals.yaml")) {
            return ModelReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "crystals.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Study study(String body) {
        return StudyReader.read(
                "study: a sample\nmodel: crystals.yaml\n" + body, "sample.yaml", (name, structure) -> crystals());
    }

    static Map<String, Dataset> run(String body, Path directory) {
        return runner(body, directory, 2).run(StudyRunner.Existing.RESUME);
    }

    /** The only dataset of a study with one sweep. */
    static Dataset main(String body, Path directory) {
        return run(body, directory).get("main");
    }

    static StudyRunner runner(String body, Path directory, int threads) {
        return new StudyRunner(study(body), directory, threads, Progress.silent());
    }

    /** Every file of a directory by its path inside it; the log may differ between equal runs and is left out. */
    static Map<String, String> bytes(Path directory) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.endsWith("run.log")) continue;
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                all.put(directory.relativize(file).toString(), content);
            }
        }
        return all;
    }
}
