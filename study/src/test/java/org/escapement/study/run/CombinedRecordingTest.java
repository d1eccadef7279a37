package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.study.SmallStudy;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made of other recordings: the spin of the model turns with angular frequency w in the plane of y and z. */
class CombinedRecordingTest {

    private static final String RECORD = """
            axes: {w: [0.5, 2]}
            start: tilted
            record:
              turn: {quantity: 'angle(<S.y>/N, <S.z>/N)', rotation rate: {window: [0, 10], step: 0.5}}
              edge: {number: w/2}
              sum: {value: abs(turn) + edge + w}
            """;

    @TempDir
    private Path directory;

    @Test
    void theyAreComputedFromNumbersBeforeThemAndParameters() {
        Dataset d = new StudyRunner(SmallStudy.of(RECORD), directory, 1, Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
        assertEquals(0.5, Math.abs(d.values("turn")[0]), 1e-7);
        assertEquals(1.25, d.values("sum")[0], 1e-7);
        assertEquals(5, d.values("sum")[1], 1e-7);
    }

    @Test
    void aNumberThatComesLaterIsNotKnown() {
        String early = RECORD.replace("  turn:", "  early: {value: turn}\n  turn:");
        String message =
                assertThrows(SourceException.class, () -> SmallStudy.of(early)).getMessage();
        assertTrue(message.contains("'turn' is not declared"), message);
    }

    @Test
    void aSeriesIsNotANumber() {
        String series = RECORD.replace("rotation rate: {window: [0, 10], step: 0.5}", "series: [0, 1]");
        String message =
                assertThrows(SourceException.class, () -> SmallStudy.of(series)).getMessage();
        assertTrue(message.contains("'turn' is not declared"), message);
    }
}
