package org.escapement.study.run;

/** Told how far a run is; called from several threads. */
public interface Progress {

    /** A run begins. */
    void begin(String run, long points, long alreadyDone);

    /** More points are committed. */
    void done(long points);

    /** The run is complete. */
    void end();

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String run, long points, long alreadyDone) {}

            @Override
            public void done(long points) {}

            @Override
            public void end() {}
        };
    }
}
