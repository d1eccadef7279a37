package org.escapement.study.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.escapement.observables.Measure;
import org.escapement.study.SmallStudy;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

class SpectrumReaderTest {

    private static Measure spectrum(String keys) {
        Study study = SmallStudy.of(
                "record:\n  s: {quantity: <S.z>/N, spectrum: {window: [0, 10], step: 0.1" + keys + "}}\n");
        return ((Recording.Measured) study.runs().getFirst().recordings().getFirst()).measure();
    }

    @Test
    void everyKeyHasItsPlace() {
        assertEquals(
                new Measure.Spectrum(0, 10, 0.1, new Measure.Lines(0, 2, 20, true, 1e-6)),
                spectrum(", frequencies: [0, 2], bins: 20, normalised: true, floor: 1e-6"));
    }

    @Test
    void allLinesAreKeptUnlessAskedOtherwise() {
        Measure.Spectrum all = (Measure.Spectrum) spectrum("");
        assertEquals(51, all.frequencies().size());
        assertEquals(5, all.frequencies().getLast(), 1e-12);
    }

    @Test
    void mistakesAreNamed() {
        assertMessage("between 0 and 5.0", ", frequencies: [0, 6]");
        assertMessage("from 1 to 20", ", frequencies: [0, 2], bins: 21");
        assertMessage("'yes' is not a valid answer", ", normalised: yes");
        assertMessage("unknown key 'normalise'", ", normalise: true");
    }

    private static void assertMessage(String part, String keys) {
        String message =
                assertThrows(SourceException.class, () -> spectrum(keys)).getMessage();
        assertTrue(message.contains(part), message);
    }
}
