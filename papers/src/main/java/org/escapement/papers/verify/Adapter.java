package org.escapement.papers.verify;

import java.util.Optional;

/** Maps the kinds of one paper's acceptance entries to questions asked of its model. */
public interface Adapter {

    /** The answer, or empty for a kind that is not supported. */
    Optional<Answer> answer(String kind, Parameters parameters);
}
