package org.escapement.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.file.ModelFile;
import org.escapement.papers.Paper;

/** Finds a model by file name, or a paper's model by the paper's name. */
final class ModelSource {

    private ModelSource() {}

    static Model read(String name) {
        Path path = Path.of(name);
        if (!Files.exists(path) && Paper.NAMES.contains(name)) return new Paper(name).main();
        if (!Files.exists(path)) {
            throw new ModelException(
                    "there is no file '" + name + "' and no paper of that name" + NearestWord.hint(name, Paper.NAMES));
        }
        return ModelFile.read(path);
    }
}
