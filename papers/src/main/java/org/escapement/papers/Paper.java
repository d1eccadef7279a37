package org.escapement.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelFile;
import org.escapement.model.file.ModelReader;
import org.escapement.model.file.NetworkReader;
import org.escapement.model.network.NetworkModel;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;

/**
 * One of the founding papers, by the name used on the command line.
 *
 * @param name as in {@code escapement reproduce NAME PANEL}
 */
public record Paper(String name) {

    /** All papers. */
    public static final List<String> NAMES =
            List.of("coupled-btc", "optomech-engine", "seeding", "heat-engine", "tur-oscillators");

    /** The paper of that name. */
    public static Paper named(String name) {
        if (NAMES.contains(name)) return new Paper(name);
        throw new ModelException("there is no paper '" + name + "'" + NearestWord.hint(name, NAMES));
    }

    /** The paper's main model, of whichever kind it is. */
    public Model main() {
        return ModelFile.read(text("model.yaml"), "papers/" + name + "/model.yaml", Map.of());
    }

    /** Reads one of the paper's model files. */
    public OpenSystem model(String file) {
        return ModelReader.read(text(file), "papers/" + name + "/" + file);
    }

    /** Reads one of the paper's model files with numbers of its structure changed. */
    public OpenSystem model(String file, Map<String, Integer> structure) {
        return ModelReader.read(text(file), "papers/" + name + "/" + file, structure);
    }

    /** Reads one of the paper's harmonic networks. */
    public NetworkModel network(String file) {
        return NetworkReader.read(text(file), "papers/" + name + "/" + file);
    }

    /** Whether the study of a panel is there. */
    public boolean hasStudy(String panel) {
        return Paper.class.getResource(path(panel + ".yaml")) != null;
    }

    /** Reads the study of a panel. */
    public Study study(String panel) {
        String file = panel + ".yaml";
        return StudyReader.read(
                text(file),
                "papers/" + name + "/" + file,
                (model, structure) -> ModelFile.read(text(model), "papers/" + name + "/" + model, structure));
    }

    private String path(String file) {
        return "/papers/" + name + "/" + file;
    }

    private String text(String file) {
        try (InputStream in = Paper.class.getResourceAsStream(path(file))) {
            if (in == null) throw new ModelException("the paper '" + name + "' has no file '" + file + "'");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
