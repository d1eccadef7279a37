package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;
import org.escapement.numerics.quadrature.Integral;

/**
 * Zero-frequency noise of the powers of a driven network in all orders by Wick's theorem,
 * D = sum_k int dw/2pi sum_cc' S_c(w) S_c'(-w-k Omega) [Q_ab conj(Q_ab) + Q_ab conj(Q_ba)], S = J [coth(w/2T) + 1],
 * Q_ab = sum_n a_{n,c}(w) b_{k-n,c'}(-w-k Omega), a = g_l' x_l, b = F. The axis is folded into one zone [0, Omega): all
 * frequencies q + j Omega share one set of sideband solutions, and every resonance appears once, at its true Floquet
 * exponent. Thermal factors bound j. A workspace.
 */
final class DrivenNoise {

    private final HarmonicNetwork network;
    private final List<NetworkBath> baths;
    private final Sidebands sidebands;
    private final int n;
    private final double drive;
    private final double thermalReach;

    DrivenNoise(HarmonicNetwork network, Sidebands sidebands, double tolerance) {
        this.network = network;
        this.baths = network.baths();
        this.sidebands = sidebands;
        this.n = network.size();
        this.drive = network.driveFrequency();
        double hottest =
                baths.stream().mapToDouble(NetworkBath::temperature).max().orElse(0);
        this.thermalReach = hottest * (6 - Math.log(tolerance));
    }

    /** D of each oscillator's power, then of the total. */
    Integral integrate(List<Complex> exponents, double tolerance) {
        Breakpoints points = new Breakpoints(0, drive);
        for (Complex e : exponents) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double folded = sign * e.im() - drive * Math.floor(sign * e.im() / drive);
                double width = Math.abs(e.re());
                for (int k = -1; k <= 1; k++) points.around(folded + k * drive, width, 0.4 * drive);
            }
        }
        for (NetworkBath bath : baths) {
            for (double edge : new double[] {0, drive}) {
                if (bath.temperature() > 0) {
                    points.around(edge, 0.5 * bath.temperature(), 30 * bath.temperature());
                }
                for (double mark : bath.density().landmarks()) points.around(edge, 0.3 * mark, 4 * mark);
            }
        }
        return new AdaptiveQuadrature(tolerance, 0, 20_000).integrate(this::integrand, n + 1, points.toArray());
    }

    private void integrand(double q, double[] out) {
        java.util.Arrays.fill(out, 0);
        int range = 2 * sidebands.reach();
        int low = (int) Math.floor(-thermalReach / drive) - 1;
        int high = (int) Math.ceil(thermalReach / drive);
        Sidebands.Answer[] answers = new Sidebands.Answer[high - low + 2 * range + 1];
        int offset = -(low - range);
        for (int j = low; j <= high + range; j++) {
            double w = q + j * drive;
            double[] from = emission(w);
            if (empty(from)) continue;
            for (int k = -range; k <= range; k++) {
                double partner = w + k * drive;
                double[] to = emission(-partner);
                if (empty(to)) continue;
                Sidebands.Answer first = answer(answers, j + offset, w);
                Sidebands.Answer second = answer(answers, j + k + offset, partner);
                add(first, second, k, from, to, out);
            }
        }
    }

    private Sidebands.Answer answer(Sidebands.Answer[] answers, int index, double w) {
        if (answers[index] == null) answers[index] = sidebands.at(w);
        return answers[index];
    }

    private static boolean empty(double[] weights) {
        for (double weight : weights) if (weight != 0) return false;
        return true;
    }

    /** S = J (coth + 1) of every bath, 0 where it is negligible. */
    private double[] emission(double w) {
        double[] weights = new double[baths.size()];
        if (w < -thermalReach) return weights;
        for (int c = 0; c < weights.length; c++) {
            double t = baths.get(c).temperature();
            double over = baths.get(c).density().overFrequency(w);
            if (t == 0) weights[c] = w > 0 ? 2 * w * over : 0;
            else weights[c] = w == 0 ? 2 * t * over : -2 * w * over / Math.expm1(-w / t);
        }
        return weights;
    }

    /** One pair of frequencies w and w + k Omega; the answer at a negative frequency is the mirrored conjugate. */
    private void add(Sidebands.Answer first, Sidebands.Answer second, int k, double[] from, double[] to, double[] out) {
        double[] q = new double[4];
        double[] total = new double[4];
        for (int c = 0; c < from.length; c++) {
            for (int d = 0; d < to.length; d++) {
                double weight = from[c] * to[d] / (2 * Math.PI);
                if (weight == 0) continue;
                java.util.Arrays.fill(total, 0);
                for (int l = 0; l < n; l++) {
                    overlaps(first, second, c, d, l, k, q);
                    out[l] += weight * wick(q);
                    for (int i = 0; i < 4; i++) total[i] += q[i];
                }
                out[n] += weight * wick(total);
            }
        }
    }

    /** Re[Q_ab conj(Q_ab) + Q_ab conj(Q_ba)]. */
    private static double wick(double[] q) {
        return q[0] * q[0] + q[1] * q[1] + q[0] * q[2] + q[1] * q[3];
    }

    /** Q_ab and Q_ba of one oscillator, real and imaginary parts. */
    private void overlaps(Sidebands.Answer first, Sidebands.Answer second, int c, int d, int l, int k, double[] q) {
        int bands = 2 * sidebands.reach() + 1;
        java.util.Arrays.fill(q, 0);
        for (int b = 0; b < baths.size(); b++) {
            if (!baths.get(b).modulated()) continue;
            double[] ar = first.drivenRe()[c][b][l];
            double[] ai = first.drivenIm()[c][b][l];
            double[] pr = second.drivenRe()[d][b][l];
            double[] pi = second.drivenIm()[d][b][l];
            Complex[] f = first.force()[c][b];
            Complex[] g = second.force()[d][b];
            for (int m = Math.max(0, k); m < Math.min(bands, bands + k); m++) {
                Complex there = g[m - k];
                Complex here = f[m];
                q[0] += ar[m] * there.re() + ai[m] * there.im();
                q[1] += ai[m] * there.re() - ar[m] * there.im();
                q[2] += here.re() * pr[m - k] + here.im() * pi[m - k];
                q[3] += here.im() * pr[m - k] - here.re() * pi[m - k];
            }
        }
    }
}
