package org.escapement.study.file;

/** The level of description at which the quantities of a run or claim are measured. */
public sealed interface Level {

    /** As in files and on the command line. */
    String name();

    /** The limit of infinite N. */
    record MeanField() implements Level {
        @Override
        public String name() {
            return "mean field";
        }
    }

    /** The master equation at finite N. */
    record Exact() implements Level {
        @Override
        public String name() {
            return "exact";
        }
    }
}
