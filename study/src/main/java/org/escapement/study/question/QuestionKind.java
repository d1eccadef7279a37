package org.escapement.study.question;

import org.escapement.model.Model;
import org.escapement.yaml.Node;

/** A word of study files that asks something: {@code record: {name: {word: {...}}}}. */
public interface QuestionKind {

    /** The key under which it is asked. */
    String word();

    /**
     * Reads what is asked.
     *
     * @throws org.escapement.yaml.SourceException when it makes no sense for this model, at its place
     * @throws org.escapement.model.ModelException when it is not asked of models of this kind
     */
    Question read(Node node, Model model);
}
