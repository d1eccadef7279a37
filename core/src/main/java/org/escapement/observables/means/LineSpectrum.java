package org.escapement.observables.means;

import java.util.stream.IntStream;
import org.escapement.numerics.fourier.DiscreteFourier;
import org.escapement.observables.Measure;

/** Amplitude spectrum of a sampled signal minus its mean, rectangular window, no padding. */
final class LineSpectrum {

    private LineSpectrum() {}

    /** 2|F_k|/n for k = 0 .. n/2. */
    static double[] amplitudes(double[] samples) {
        double mean = 0;
        for (double x : samples) mean += x;
        mean /= samples.length;
        double[] centred = new double[samples.length];
        for (int j = 0; j < centred.length; j++) centred[j] = samples[j] - mean;
        double[] amplitudes = DiscreteFourier.moduli(centred);
        for (int k = 0; k < amplitudes.length; k++) amplitudes[k] *= 2.0 / samples.length;
        return amplitudes;
    }

    /** The lines that a spectrum keeps, in the unit it asks for. */
    static double[] kept(double[] samples, Measure.Spectrum spectrum) {
        Measure.Lines lines = spectrum.lines();
        double[] all = amplitudes(samples);
        double largest = all[peakOf(all)];
        double[] kept = lines.bins() == 0 ? inRange(all, spectrum) : largestOfBins(all, spectrum);
        double unit = lines.normalised() ? largest : 1;
        for (int k = 0; k < kept.length; k++) kept[k] = largest < lines.floor() ? 0 : kept[k] / unit;
        return kept;
    }

    private static double[] inRange(double[] all, Measure.Spectrum spectrum) {
        double spacing = spectrum.spacing();
        return IntStream.range(0, all.length)
                .filter(k -> spectrum.lines().keep(k * spacing))
                .mapToDouble(k -> all[k])
                .toArray();
    }

    private static double[] largestOfBins(double[] all, Measure.Spectrum spectrum) {
        Measure.Lines lines = spectrum.lines();
        double spacing = spectrum.spacing();
        double width = (lines.highest() - lines.lowest()) / lines.bins();
        double[] bins = new double[lines.bins()];
        for (int k = 0; k < all.length; k++) {
            if (!lines.keep(k * spacing)) continue;
            int bin = (int) Math.floor((k * spacing - lines.lowest()) / width);
            int inside = Math.clamp(bin, 0, lines.bins() - 1);
            bins[inside] = Math.max(bins[inside], all[k]);
        }
        return bins;
    }

    /** Index of the largest line above zero frequency. */
    static int peak(double[] samples) {
        return peakOf(amplitudes(samples));
    }

    private static int peakOf(double[] a) {
        int best = 1;
        for (int k = 2; k < a.length; k++) if (a[k] > a[best]) best = k;
        return best;
    }
}
