package org.escapement.model.file;

import java.nio.file.Path;
import java.util.Map;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.yaml.Node;
import org.escapement.yaml.YamlReader;

/** Reads a model file of either kind: the key {@code network} begins a harmonic network, {@code model} an open system. */
public final class ModelFile {

    private ModelFile() {}

    /** Reads a model from a file. */
    public static Model read(Path path) {
        return read(ModelReader.contentOf(path), path.toString(), Map.of());
    }

    /**
     * Reads a model from text.
     *
     * @param fileName the name messages begin with
     * @param structure whole numbers that replace those under {@code structure} in the file
     */
    public static Model read(String text, String fileName, Map<String, Integer> structure) {
        Node root = YamlReader.read(text, fileName);
        boolean network = root instanceof Node.Mapping m && m.entries().containsKey("network");
        if (!network) return ModelReader.read(text, fileName, structure);
        if (!structure.isEmpty()) {
            throw new ModelException("'" + fileName + "' is a harmonic network, which has no 'structure'");
        }
        return NetworkReader.read(text, fileName);
    }
}
