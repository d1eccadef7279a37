package org.escapement.observables.means;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.observables.Measure;
import org.junit.jupiter.api.Test;

class LineSpectrumTest {

    /** A constant, a line of amplitude 0.8 at 1 cycle and one of 0.2 at 3 cycles per unit time. */
    private static final double[] SIGNAL = IntStream.range(0, 100)
            .mapToDouble(k -> 5 + 0.8 * Math.cos(2 * Math.PI * k / 20) + 0.2 * Math.sin(6 * Math.PI * k / 20))
            .toArray();

    private static Measure.Spectrum spectrum(Measure.Lines lines) {
        return new Measure.Spectrum(10, 15, 0.05, lines);
    }

    @Test
    void everyLineStandsAtItsFrequencyWithItsAmplitude() {
        Measure.Spectrum all = spectrum(Measure.Lines.all());
        double[] lines = LineSpectrum.kept(SIGNAL, all);
        assertEquals(51, lines.length);
        assertEquals(51, all.frequencies().size());
        assertEquals(1, all.frequencies().get(5), 1e-12);
        assertEquals(0.8, lines[5], 1e-12);
        assertEquals(0.2, lines[15], 1e-12);
        assertEquals(0, lines[0], 1e-12);
    }

    @Test
    void aRangeOfFrequenciesKeepsItsEnds() {
        Measure.Spectrum part = spectrum(new Measure.Lines(1, 3, 0, false, 0));
        double[] lines = LineSpectrum.kept(SIGNAL, part);
        assertEquals(11, lines.length);
        assertEquals(11, part.frequencies().size());
        assertEquals(0.8, lines[0], 1e-12);
        assertEquals(0.2, lines[10], 1e-12);
    }

    @Test
    void aBinKeepsItsLargestLine() {
        Measure.Spectrum binned = spectrum(new Measure.Lines(0, 4, 4, false, 0));
        assertEquals(List.of(0.5, 1.5, 2.5, 3.5), binned.frequencies());
        assertArrayEquals(new double[] {0, 0.8, 0, 0.2}, LineSpectrum.kept(SIGNAL, binned), 1e-12);
    }

    @Test
    void normalisationIsByTheLargestLineEvenIfThatIsNotKept() {
        Measure.Spectrum part = spectrum(new Measure.Lines(2, 4, 1, true, 0));
        assertArrayEquals(new double[] {0.25}, LineSpectrum.kept(SIGNAL, part), 1e-12);
    }

    @Test
    void aSignalBelowTheFloorHasNoLines() {
        Measure.Spectrum high = spectrum(new Measure.Lines(0, 4, 4, true, 0.9));
        assertArrayEquals(new double[4], LineSpectrum.kept(SIGNAL, high));
        double[] constant = IntStream.range(0, 100).mapToDouble(k -> 0.3).toArray();
        Measure.Spectrum rest = spectrum(new Measure.Lines(0, 4, 4, true, 1e-9));
        assertArrayEquals(new double[4], LineSpectrum.kept(constant, rest));
    }
}
