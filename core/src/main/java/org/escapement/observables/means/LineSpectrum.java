package org.escapement.observables.means;

import org.escapement.numerics.fourier.DiscreteFourier;

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

    /** Index of the largest line above zero frequency. */
    static int peak(double[] samples) {
        double[] a = amplitudes(samples);
        int best = 1;
        for (int k = 2; k < a.length; k++) if (a[k] > a[best]) best = k;
        return best;
    }
}
