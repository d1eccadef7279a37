package org.escapement.numerics.fourier;

/**
 * The discrete Fourier transform F_k = Σ_j x_j exp(-2πi jk/n) of real samples, for any n: directly by halving where n is
 * a power of two, otherwise as a convolution with a chirp (Bluestein 1970). Stateless and thread-safe.
 */
public final class DiscreteFourier {

    private DiscreteFourier() {}

    /** The moduli |F_k| for k = 0 .. n/2. */
    public static double[] moduli(double[] samples) {
        int n = samples.length;
        double[] re = samples.clone();
        double[] im = new double[n];
        if (Integer.bitCount(n) == 1) halving(re, im, false);
        else chirp(re, im);
        double[] moduli = new double[n / 2 + 1];
        for (int k = 0; k < moduli.length; k++) moduli[k] = Math.hypot(re[k], im[k]);
        return moduli;
    }

    /** Writes jk as (j² + k² - (k-j)²)/2, so that the sum is a convolution of length at least 2n-1. */
    private static void chirp(double[] re, double[] im) {
        int n = re.length;
        int m = Integer.highestOneBit(2 * n - 1) * 2;
        double[] cos = new double[n];
        double[] sin = new double[n];
        for (int j = 0; j < n; j++) {
            // j² modulo 2n keeps the angle small, where cos and sin are exact to rounding.
            double angle = Math.PI * ((long) j * j % (2L * n)) / n;
            cos[j] = Math.cos(angle);
            sin[j] = Math.sin(angle);
        }
        double[] ar = new double[m];
        double[] ai = new double[m];
        double[] br = new double[m];
        double[] bi = new double[m];
        for (int j = 0; j < n; j++) {
            ar[j] = re[j] * cos[j];
            ai[j] = -re[j] * sin[j];
            br[j] = cos[j];
            bi[j] = sin[j];
            if (j > 0) {
                br[m - j] = cos[j];
                bi[m - j] = sin[j];
            }
        }
        convolve(ar, ai, br, bi);
        for (int k = 0; k < n; k++) {
            re[k] = ar[k] * cos[k] + ai[k] * sin[k];
            im[k] = ai[k] * cos[k] - ar[k] * sin[k];
        }
    }

    private static void convolve(double[] ar, double[] ai, double[] br, double[] bi) {
        halving(ar, ai, false);
        halving(br, bi, false);
        for (int k = 0; k < ar.length; k++) {
            double re = ar[k] * br[k] - ai[k] * bi[k];
            ai[k] = ar[k] * bi[k] + ai[k] * br[k];
            ar[k] = re;
        }
        halving(ar, ai, true);
    }

    /** Radix-2 transform in place; the inverse includes the factor 1/n. */
    private static void halving(double[] re, double[] im, boolean inverse) {
        int n = re.length;
        reverseBits(re, im);
        for (int half = 1; half < n; half *= 2) {
            for (int j = 0; j < half; j++) {
                double angle = (inverse ? Math.PI : -Math.PI) * j / half;
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                for (int a = j; a < n; a += 2 * half) butterfly(re, im, a, a + half, c, s);
            }
        }
        if (!inverse) return;
        for (int k = 0; k < n; k++) {
            re[k] /= n;
            im[k] /= n;
        }
    }

    private static void butterfly(double[] re, double[] im, int a, int b, double c, double s) {
        double tr = re[b] * c - im[b] * s;
        double ti = re[b] * s + im[b] * c;
        re[b] = re[a] - tr;
        im[b] = im[a] - ti;
        re[a] += tr;
        im[a] += ti;
    }

    private static void reverseBits(double[] re, double[] im) {
        int n = re.length;
        int shift = 32 - Integer.numberOfTrailingZeros(n);
        for (int i = 0; i < n && n > 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j <= i) continue;
            double r = re[i];
            re[i] = re[j];
            re[j] = r;
            double m = im[i];
            im[i] = im[j];
            im[j] = m;
        }
    }
}
