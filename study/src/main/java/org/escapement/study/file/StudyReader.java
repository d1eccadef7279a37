package org.escapement.study.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;
import org.escapement.yaml.YamlReader;

/** Reads a study file as strictly as a model file. */
public final class StudyReader {

    private static final List<String> COMMON = List.of("set", "start", "level", "accuracy");
    private static final List<String> OF_ONE_RUN = List.of("record", "axes", "statistics", "continuation");

    private StudyReader() {}

    /** Reads a study from a file; its model is looked for beside it. */
    public static Study read(Path path) {
        Function<String, OpenSystem> models = name -> {
            Path model = path.resolveSibling(name);
            if (!Files.exists(model)) throw new ModelException("there is no model file '" + model + "'");
            return ModelReader.read(model);
        };
        return read(ModelReader.contentOf(path), path.toString(), models);
    }

    /**
     * Reads a study from text.
     *
     * @param fileName the name messages begin with
     * @param models finds the model a study names
     */
    public static Study read(String text, String fileName, Function<String, OpenSystem> models) {
        Fields f = Fields.of(YamlReader.read(text, fileName), "a study");
        String name = f.requiredText("study");
        Node modelNode = f.required("model");
        OpenSystem model = model(modelNode, models);
        Map<String, Node> common = new LinkedHashMap<>();
        List<Run> runs = new ArrayList<>();
        RecordingReader recordings = new RecordingReader(model);
        if (f.optional("runs").isPresent()) {
            for (String key : COMMON) f.optional(key).ifPresent(n -> common.put(key, n));
            refuseBesideRuns(f);
            for (Entry e : Fields.of(f.required("runs"), "the runs").all().values()) {
                Fields run = Fields.of(e.value(), "run '" + e.key() + "'");
                runs.add(new RunReader(model, common, recordings).read(runName(e), run));
                run.finish();
            }
        } else {
            runs.add(new RunReader(model, common, recordings).read("main", f));
        }
        Optional<Node> figure = f.optional("figure");
        List<Node> claims = f.list("claims");
        String about = f.text("about").orElse("");
        f.finish();
        return new Study(name, about, model, runs, figure, claims, text);
    }

    private static void refuseBesideRuns(Fields f) {
        for (String key : OF_ONE_RUN) {
            f.optional(key).ifPresent(n -> {
                throw new SourceException(
                        n.position(), "'" + key + "' belongs inside one of the runs when a study has 'runs'");
            });
        }
    }

    private static String runName(Entry e) {
        if (e.key().matches("[a-z][a-z0-9-]*")) return e.key();
        throw new SourceException(
                e.keyPosition(),
                "the run name '" + e.key() + "' must be small letters, digits and hyphens, without blanks");
    }

    private static OpenSystem model(Node node, Function<String, OpenSystem> models) {
        try {
            return models.apply(Fields.scalar(node, "model").text());
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
    }
}
