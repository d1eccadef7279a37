package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.observables.Outcome;
import org.escapement.study.SmallStudy;
import org.escapement.study.file.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotApplicableTest {

    @TempDir
    private Path directory;

    @Test
    void aClosedFormThatDoesNotApplyMasksItsPointBesideMeasuredQuantities() {
        Study study = SmallStudy.of("""
                axes:
                  w: [0.5, 1, 2]
                record:
                  height: {quantity: <S.z>/N, at: 1}
                  root: {number: root}
                """);
        Dataset data = new StudyRunner(study, directory, 1, Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
        int masked = Outcome.Status.NOT_APPLICABLE.code();
        assertArrayEquals(new int[] {masked, 0, 0}, data.status());
        assertTrue(Double.isNaN(data.values("height")[0]));
        assertArrayEquals(new double[] {Math.cos(1) / 2, Math.cos(2) / 2}, tail(data.values("height")), 1e-7);
        assertArrayEquals(new double[] {0, 1}, tail(data.values("root")), 1e-15);
    }

    private static double[] tail(double[] values) {
        return java.util.Arrays.copyOfRange(values, 1, values.length);
    }
}
