package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;

/**
 * Fourier components of all couplings of a network, g(t) = sum_h g_h exp(-i h Omega t), and which sidebands they
 * connect. Where all sums of two harmonics of a bath are multiples of a stride s (2 for plain cosines), sidebands of
 * different n mod s do not mix. Immutable.
 */
final class CouplingHarmonics {

    private final int oscillators;
    private final int largest;
    /** Components [bath][h + largest][oscillator]. */
    private final double[][][] re;

    private final double[][][] im;
    private final boolean[] modulated;
    private final int stride;
    private final int[] remainders;

    CouplingHarmonics(HarmonicNetwork network) {
        List<NetworkBath> baths = network.baths();
        this.oscillators = network.size();
        this.largest = network.orders().stream().mapToInt(x -> x).max().orElse(0);
        this.re = new double[baths.size()][2 * largest + 1][oscillators];
        this.im = new double[baths.size()][2 * largest + 1][oscillators];
        this.modulated = new boolean[baths.size()];
        for (int b = 0; b < baths.size(); b++) {
            modulated[b] = baths.get(b).modulated();
            for (int l = 0; l < oscillators; l++)
                components(b, l, baths.get(b).couplings().get(l));
        }
        this.stride = commonDivisor();
        this.remainders = new int[baths.size()];
        for (int b = 0; b < baths.size(); b++) {
            int h = -largest;
            while (h < largest && !present(b, h)) h++;
            remainders[b] = Math.floorMod(h, stride);
        }
    }

    private void components(int b, int l, Coupling coupling) {
        re[b][largest][l] = coupling.constant();
        for (Harmonic h : coupling.harmonics()) {
            Complex half = Complex.phase(-h.phase()).times(h.amplitude() / 2);
            re[b][largest + h.order()][l] = half.re();
            im[b][largest + h.order()][l] = half.im();
            re[b][largest - h.order()][l] = half.re();
            im[b][largest - h.order()][l] = -half.im();
        }
    }

    private boolean present(int b, int h) {
        for (int l = 0; l < oscillators; l++) if (present(b, h, l)) return true;
        return false;
    }

    boolean present(int b, int h, int l) {
        return re[b][h + largest][l] != 0 || im[b][h + largest][l] != 0;
    }

    private int commonDivisor() {
        int divisor = 0;
        for (int b = 0; b < re.length; b++) {
            for (int h = -largest; h <= largest; h++) {
                for (int k = -largest; k <= largest; k++) {
                    if (present(b, h) && present(b, k)) divisor = gcd(divisor, Math.abs(h + k));
                }
            }
        }
        return Math.max(1, divisor);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Highest harmonic. */
    int largest() {
        return largest;
    }

    boolean modulated(int bath) {
        return modulated[bath];
    }

    int stride() {
        return stride;
    }

    /** Remainder of every harmonic of a bath divided by the stride. */
    int remainder(int bath) {
        return remainders[bath];
    }

    double re(int bath, int h, int oscillator) {
        return re[bath][h + largest][oscillator];
    }

    double im(int bath, int h, int oscillator) {
        return im[bath][h + largest][oscillator];
    }
}
