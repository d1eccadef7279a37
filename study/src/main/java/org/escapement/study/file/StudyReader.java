package org.escapement.study.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.file.ModelFile;
import org.escapement.model.file.ModelReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;
import org.escapement.yaml.YamlReader;

/** Reads a study file as strictly as a model file. */
public final class StudyReader {

    private static final List<String> COMMON = List.of("set", "start", "level", "cut-offs", "accuracy");
    private static final List<String> OF_ONE_RUN = List.of("record", "axes", "statistics", "continuation");

    private StudyReader() {}

    /** Reads a study from a file; its model is looked for beside it. */
    public static Study read(Path path) {
        ModelSource models = (name, structure) -> {
            Path model = path.resolveSibling(name);
            if (!Files.exists(model)) throw new ModelException("there is no model file '" + model + "'");
            return ModelFile.read(ModelReader.contentOf(model), model.toString(), structure);
        };
        return read(ModelReader.contentOf(path), path.toString(), models);
    }

    /**
     * Reads a study from text.
     *
     * @param fileName the name messages begin with
     * @param models finds the model a study names
     */
    public static Study read(String text, String fileName, ModelSource models) {
        Fields f = Fields.of(YamlReader.read(text, fileName), "a study");
        String name = f.requiredText("study");
        Node modelNode = f.required("model");
        Map<String, Integer> structure = structure(f, Map.of());
        Model model = model(modelNode, structure, models);
        Map<String, Node> common = new LinkedHashMap<>();
        List<Run> runs = new ArrayList<>();
        if (f.optional("runs").isPresent()) {
            for (String key : COMMON) f.optional(key).ifPresent(n -> common.put(key, n));
            refuseBesideRuns(f);
            for (Entry e : Fields.of(f.required("runs"), "the runs").all().values()) {
                Fields run = Fields.of(e.value(), "run '" + e.key() + "'");
                Map<String, Integer> own = structure(run, structure);
                Model ofRun = own.equals(structure) ? model : model(modelNode, own, models);
                runs.add(new RunReader(ofRun, common).read(runName(e), run));
                run.finish();
            }
        } else {
            runs.add(new RunReader(model, common).read("main", f));
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

    /** Whole numbers that shape the model, those of the study overridden by those of a run. */
    private static Map<String, Integer> structure(Fields f, Map<String, Integer> common) {
        Map<String, Integer> all = new TreeMap<>(common);
        f.optional("structure").ifPresent(node -> {
            for (Entry e : Fields.of(node, "the structure").all().values()) {
                all.put(e.key(), wholeNumber(e.value()));
            }
        });
        return all;
    }

    private static int wholeNumber(Node node) {
        String text = Fields.scalar(node, "structure").text();
        if (text.matches("\\d{1,6}")) return Integer.parseInt(text);
        throw new SourceException(node.position(), "a number of the structure is whole, such as 3, not '" + text + "'");
    }

    private static Model model(Node node, Map<String, Integer> structure, ModelSource models) {
        try {
            return models.find(Fields.scalar(node, "model").text(), structure);
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
    }
}
