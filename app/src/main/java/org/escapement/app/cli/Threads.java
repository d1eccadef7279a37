package org.escapement.app.cli;

import org.escapement.model.ModelException;

/** How many worker threads a command uses. */
final class Threads {

    private Threads() {}

    static int count(Integer asked) {
        if (asked == null) return Runtime.getRuntime().availableProcessors();
        if (asked < 1) throw new ModelException("--threads needs a number from 1 up, not " + asked);
        return asked;
    }
}
