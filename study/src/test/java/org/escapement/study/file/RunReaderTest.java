package org.escapement.study.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

/** What cannot be stored or would silently mean something else is refused at its place in the file. */
class RunReaderTest {

    private static final OpenSystem MODEL = ModelReader.read("""
            model: one
            parameters: {a: 1, b: 1}
            spins: {S: {atoms: N, as: sigma/2}}
            hamiltonian: {h: a*S.x + b*S.z}
            states: {ground: {S: down}}
            """, "model.yaml");

    @Test
    void aRecordingNamedLikeAnAxisIsRefused() {
        SourceException e = refused("""
                study: s
                model: m
                axes: {a: [1, 2]}
                record:
                  frequency: {quantity: <S.z>/N, at: 1}
                """);
        assertEquals(5, e.position().line());
        assertTrue(e.getMessage().contains("already that of an axis"), e.getMessage());
    }

    @Test
    void statisticsOverTwoAxesAreRefused() {
        SourceException e = refused("""
                study: s
                model: m
                axes: {a: [1, 2], b: [1, 2]}
                record:
                  x: {quantity: <S.z>/N, at: 1}
                statistics:
                  first: {statistic: mean, of: x, over: a}
                  second: {statistic: mean, of: x, over: b}
                """);
        assertEquals(8, e.position().line());
    }

    @Test
    void statisticsOfASeriesAreRefused() {
        SourceException e = refused("""
                study: s
                model: m
                axes: {a: [1, 2]}
                record:
                  x: {quantity: <S.z>/N, series: [0, 1]}
                statistics:
                  first: {statistic: mean, of: x, over: a}
                """);
        assertEquals(7, e.position().line());
    }

    private static SourceException refused(String text) {
        return assertThrows(
                SourceException.class, () -> StudyReader.read(text, "study.yaml", (name, structure) -> MODEL));
    }
}
