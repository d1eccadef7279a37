package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.NetworkOscillator;
import org.escapement.model.network.SpectralDensity;
import org.escapement.numerics.linear.Complex;

/**
 * Spectra of the covariances that the noise of all baths has built up at one time t: with the periodic answer
 * P exp(-iwt) at that time and the free evolution B of the answer at time 0, Re[a a^+] = Re[P P^+ + B B^+] (smooth in w)
 * less Re[exp(-iwt) (P B^+ + (P B^+)^T)] (beating). Positions and momenta in units of the bare vacuum. A workspace.
 */
final class NoiseAnswer {

    private final HarmonicNetwork network;
    private final Sidebands sidebands;
    private final double time;
    private final Optional<double[][]> phi;
    private final List<int[]> pairs;
    private final int n;

    /** @param phi free evolution from 0 to the time; empty for the periodic state, which has forgotten its start */
    NoiseAnswer(HarmonicNetwork network, Sidebands sidebands, double time, Optional<double[][]> phi) {
        this.network = network;
        this.sidebands = sidebands;
        this.time = time;
        this.phi = phi;
        this.pairs = pairs(network);
        this.n = network.size();
    }

    /** Pairs i <= j of (x_1, p_1, x_2, ...) with a finite covariance. */
    static List<int[]> pairs(HarmonicNetwork network) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < 2 * network.size(); i++) {
            for (int j = i; j < 2 * network.size(); j++) {
                if (!PhaseSpaceState.divergent(network, i, j)) pairs.add(new int[] {i, j});
            }
        }
        return pairs;
    }

    /** 1/sqrt(mass frequency) of positions, sqrt(mass frequency) of momenta. */
    static double unit(HarmonicNetwork network, int i) {
        NetworkOscillator o = network.oscillators().get(i / 2);
        double root = Math.sqrt(o.mass() * o.frequency());
        return i % 2 == 0 ? 1 / root : root;
    }

    int components() {
        return pairs.size();
    }

    /** Spectra that do not oscillate with t. */
    void smooth(double w, double[] out) {
        java.util.Arrays.fill(out, 0);
        Sidebands.Displacements x = sidebands.displacements(w);
        for (int c = 0; c < network.baths().size(); c++) {
            double weight = weight(c, w);
            if (weight == 0) continue;
            add(now(x, c, w), weight, out);
            if (phi.isPresent()) add(freed(x, c, w), weight, out);
        }
    }

    private void add(Complex[] a, double weight, double[] out) {
        for (int k = 0; k < out.length; k++) {
            Complex first = a[pairs.get(k)[0]];
            Complex second = a[pairs.get(k)[1]];
            out[k] += weight * (first.re() * second.re() + first.im() * second.im());
        }
    }

    /** The slowly varying factor h(w) of each beating spectrum Re[exp(-iwt) h(w)]. */
    Complex[] beat(double w) {
        Complex[] h = new Complex[pairs.size()];
        java.util.Arrays.fill(h, Complex.ZERO);
        Sidebands.Displacements x = sidebands.displacements(w);
        for (int c = 0; c < network.baths().size(); c++) {
            double weight = -weight(c, w);
            if (weight == 0) continue;
            Complex[] now = now(x, c, w);
            Complex[] freed = freed(x, c, w);
            for (int k = 0; k < h.length; k++) {
                int i = pairs.get(k)[0];
                int j = pairs.get(k)[1];
                Complex both = now[i].times(freed[j].conjugate()).plus(now[j].times(freed[i].conjugate()));
                h[k] = h[k].plus(both.times(weight));
            }
        }
        return h;
    }

    /** Re[exp(-iwt) h(w)]. */
    void beating(double w, double[] out) {
        Complex[] h = beat(w);
        double c = Math.cos(w * time);
        double s = Math.sin(w * time);
        for (int k = 0; k < out.length; k++) out[k] = c * h[k].re() + s * h[k].im();
    }

    private double weight(int c, double w) {
        NetworkBath source = network.baths().get(c);
        return source.density().overFrequency(w) * ThermalFactors.timesCoth(w, source.temperature()) / Math.PI;
    }

    /** P of one source for (x_1, p_1, ...). */
    private Complex[] now(Sidebands.Displacements x, int source, double w) {
        return canonical(oscillators(x, source, w, time));
    }

    /** B of one source. */
    private Complex[] freed(Sidebands.Displacements x, int source, double w) {
        List<Complex> before = new ArrayList<>(List.of(oscillators(x, source, w, 0)));
        for (int b = 0; b < network.baths().size(); b++) memory(before, x, source, b, w);
        Complex[] freed = new Complex[2 * n];
        for (int row = 0; row < 2 * n; row++) {
            double[] free = phi.orElseThrow()[row];
            double re = 0;
            double im = 0;
            for (int k = 0; k < free.length; k++) {
                re += free[k] * before.get(k).re();
                im += free[k] * before.get(k).im();
            }
            freed[row] = new Complex(re, im);
        }
        return canonical(freed);
    }

    private Complex[] canonical(Complex[] z) {
        Complex[] a = new Complex[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            double mass = i % 2 == 0 ? 1 : network.oscillators().get(i / 2).mass();
            a[i] = z[i % 2 == 0 ? i / 2 : n + i / 2].times(mass / unit(network, i));
        }
        return a;
    }

    /** Positions, then velocities, without the factor exp(-iwt). */
    private Complex[] oscillators(Sidebands.Displacements x, int source, double w, double t) {
        int count = sidebands.count();
        double[] re = new double[2 * n];
        double[] im = new double[2 * n];
        for (int k = -count; k <= count; k++) {
            double turn = -k * network.driveFrequency() * t;
            double c = Math.cos(turn);
            double s = Math.sin(turn);
            double shifted = w + k * network.driveFrequency();
            for (int l = 0; l < n; l++) {
                int place = (k + count) * n + l;
                double partRe = c * x.re()[source][place] - s * x.im()[source][place];
                double partIm = c * x.im()[source][place] + s * x.re()[source][place];
                re[l] += partRe;
                im[l] += partIm;
                re[n + l] += shifted * partIm;
                im[n + l] -= shifted * partRe;
            }
        }
        Complex[] z = new Complex[2 * n];
        for (int i = 0; i < z.length; i++) z[i] = new Complex(re[i], im[i]);
        return z;
    }

    /** At time 0: z = cutoff y/(cutoff - iw), or z = centre^2 y/(centre^2 - w^2 - i width w) and z'. */
    private void memory(List<Complex> z, Sidebands.Displacements x, int source, int b, double w) {
        SpectralDensity density = network.baths().get(b).density();
        Complex value = Complex.ZERO;
        Complex rate = Complex.ZERO;
        int reach = sidebands.reach();
        for (int m = -reach; m <= reach; m++) {
            double shifted = w + m * network.driveFrequency();
            Complex part = coordinate(x, source, b, m).times(following(density, shifted));
            value = value.plus(part);
            rate = rate.plus(part.times(new Complex(0, -shifted)));
        }
        z.add(value);
        if (density instanceof SpectralDensity.LorentzianPeak) z.add(rate);
    }

    private static Complex following(SpectralDensity density, double w) {
        return switch (density) {
            case SpectralDensity.Drude d -> Complex.real(d.cutoff()).over(new Complex(d.cutoff(), -w));
            case SpectralDensity.LorentzianPeak p -> {
                double square = p.centre() * p.centre();
                yield Complex.real(square).over(new Complex(square - w * w, -p.width() * w));
            }
            default -> throw new IllegalStateException("refused before");
        };
    }

    /** y_{b,m} = sum_{l,h} g_{b l,h} x_{l,m-h}. */
    private Complex coordinate(Sidebands.Displacements x, int source, int b, int m) {
        int harmonics = sidebands.reach() - sidebands.count();
        Complex sum = Complex.ZERO;
        for (int h = -harmonics; h <= harmonics; h++) {
            int k = m - h;
            if (Math.abs(k) > sidebands.count()) continue;
            for (int l = 0; l < n; l++) {
                int place = (k + sidebands.count()) * n + l;
                Complex g = new Complex(
                        sidebands.couplings().re(b, h, l), sidebands.couplings().im(b, h, l));
                sum = sum.plus(g.times(new Complex(x.re()[source][place], x.im()[source][place])));
            }
        }
        return sum;
    }
}
