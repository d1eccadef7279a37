package org.escapement.numerics.fourier;

/**
 * The average advance of a sampled angle, weighted smoothly to zero at both ends of the window: for quasi-periodic motion
 * its error falls faster than any power of the number of samples. Stateless and thread-safe.
 */
public final class RotationNumber {

    private RotationNumber() {}

    /**
     * Weighted Birkhoff average of x_{k+1} - x_k (Das, Saiki, Sander and Yorke 2017, Eq. 3).
     *
     * @param x at least two samples of the angle, followed continuously
     */
    public static double advance(double[] x) {
        int n = x.length - 1;
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < n; k++) {
            double s = (k + 0.5) / n;
            double weight = Math.exp(-1 / (s * (1 - s)));
            sum = Math.fma(weight, x[k + 1] - x[k], sum);
            weights += weight;
        }
        return sum / weights;
    }
}
