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
 * Q_ab = sum_n a_{n,c}(w) b_{k-n,c'}(-w-k Omega), a = g_l' x_l, b = F. Thermal factors bound the axis.
 *
 * <p>Near zero, where resonances and their sidebands lie, the axis is folded into one zone [0, Omega): all frequencies
 * q + j Omega share one set of sideband solutions, and every resonance appears once, at its true Floquet exponent.
 * Farther out the integrand is smooth and is integrated as it stands. A workspace.
 */
final class DrivenNoise {

    private final HarmonicNetwork network;
    private final List<NetworkBath> baths;
    private final Sidebands sidebands;
    private final int n;
    private final double drive;
    private final double thermalReach;
    private final int range;

    DrivenNoise(HarmonicNetwork network, Sidebands sidebands, double tolerance) {
        this.network = network;
        this.baths = network.baths();
        this.sidebands = sidebands;
        this.n = network.size();
        this.drive = network.driveFrequency();
        double hottest =
                baths.stream().mapToDouble(NetworkBath::temperature).max().orElse(0);
        this.thermalReach = hottest * (6 - Math.log(tolerance));
        this.range = sidebands.reach();
    }

    /** D of each oscillator's power, then of the total. */
    Integral integrate(List<Complex> exponents, double tolerance) {
        double fastest =
                exponents.stream().mapToDouble(e -> Math.abs(e.im())).max().orElse(drive);
        int edge = (int) Math.ceil(fastest / drive) + sidebands.reach() + 1;
        int low = Math.max(-edge, (int) Math.floor(-thermalReach / drive) - 1);
        int high = Math.min(edge, (int) Math.ceil(thermalReach / drive) + range + 1);
        AdaptiveQuadrature rule = new AdaptiveQuadrature(tolerance, 0, 20_000);
        Integral near = rule.integrate((q, out) -> zone(q, low, high, out), n + 1, folded(exponents));
        // The far part needs no more digits than the near one leaves.
        double largest =
                java.util.Arrays.stream(near.values()).map(Math::abs).max().orElse(0);
        AdaptiveQuadrature rest = new AdaptiveQuadrature(tolerance, 0.1 * tolerance * largest, 20_000);
        Integral below = rest.integrate(this::single, n + 1, far(-thermalReach, low * drive));
        Integral above = rest.integrate(this::single, n + 1, far(high * drive, thermalReach + range * drive));
        return near.plus(below).plus(above);
    }

    private double[] folded(List<Complex> exponents) {
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
        return points.toArray();
    }

    /** Panels that grow with the distance from zero; none when there is nothing between the ends. */
    private double[] far(double from, double to) {
        if (!(to > from)) return new double[0];
        Breakpoints points = new Breakpoints(from, to);
        for (NetworkBath bath : baths) {
            for (double mark : bath.density().landmarks()) points.point(mark).point(-mark);
        }
        for (double w = drive; w < Math.max(Math.abs(from), Math.abs(to)); w *= 2)
            points.point(w).point(-w);
        return points.toArray();
    }

    private void zone(double q, int low, int high, double[] out) {
        java.util.Arrays.fill(out, 0);
        Sidebands.Answer[] answers = new Sidebands.Answer[high - low + 2 * range];
        for (int j = low; j < high; j++) {
            double w = q + j * drive;
            pairs(w, answers, j - low + range, out);
        }
    }

    private void single(double w, double[] out) {
        java.util.Arrays.fill(out, 0);
        pairs(w, new Sidebands.Answer[2 * range + 1], range, out);
    }

    /** All pairs w, w + k Omega; answers are remembered at their places. */
    private void pairs(double w, Sidebands.Answer[] answers, int place, double[] out) {
        double[] from = emission(w);
        if (empty(from)) return;
        for (int k = -range; k <= range; k++) {
            double partner = w + k * drive;
            double[] to = emission(-partner);
            if (empty(to)) continue;
            Sidebands.Answer first = answer(answers, place, w);
            Sidebands.Answer second = answer(answers, place + k, partner);
            add(first, second, k, from, to, out);
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
                if (weight == 0 || !sidebands.mix(c, d, k)) continue;
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
            if (!sidebands.couplings().modulated(b)) continue;
            double[] ar = first.drivenRe()[c][b][l];
            double[] ai = first.drivenIm()[c][b][l];
            double[] pr = second.drivenRe()[d][b][l];
            double[] pi = second.drivenIm()[d][b][l];
            double[] fr = first.forceRe()[c][b];
            double[] fi = first.forceIm()[c][b];
            double[] gr = second.forceRe()[d][b];
            double[] gi = second.forceIm()[d][b];
            int stride = sidebands.stride();
            int start = sidebands.firstBand(c, b) + sidebands.reach();
            if (start < k) start += (k - start + stride - 1) / stride * stride;
            for (int m = start; m < Math.min(bands, bands + k); m += stride) {
                int o = m - k;
                q[0] += ar[m] * gr[o] + ai[m] * gi[o];
                q[1] += ai[m] * gr[o] - ar[m] * gi[o];
                q[2] += fr[m] * pr[o] + fi[m] * pi[o];
                q[3] += fi[m] * pr[o] - fr[m] * pi[o];
            }
        }
    }
}
