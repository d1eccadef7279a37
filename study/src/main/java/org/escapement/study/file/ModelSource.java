package org.escapement.study.file;

import java.util.Map;
import org.escapement.model.Model;

/** Finds the models that studies name. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Reads a model.
     *
     * @param file as the study names it
     * @param structure whole numbers in place of those under {@code structure} of the model file
     * @throws org.escapement.model.ModelException when there is no such file
     */
    Model find(String file, Map<String, Integer> structure);
}
