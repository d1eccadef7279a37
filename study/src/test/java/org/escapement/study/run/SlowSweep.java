package org.escapement.study.run;

import java.nio.file.Path;

/** A sweep that lasts long enough to be killed; started in a process of its own. */
final class SlowSweep {

    static final int BLOCKS = 12;

    static final String BODY = """
            axes:
              Jz: {from: 0, to: 1, points: 12}
              J: {from: 0, to: 4, points: 256}
            record:
              w: {quantity: work, average: [100, 150]}
              e: {number: stationary_work}
            """;

    private SlowSweep() {}

    public static void main(String[] arguments) {
        Samples.runner(BODY, Path.of(arguments[0]), 2).run(StudyRunner.Existing.RESUME);
    }
}
