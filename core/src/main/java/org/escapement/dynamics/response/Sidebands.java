package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexBand;

/**
 * Answer of a driven network to a unit noise force of each bath at one frequency w, in sidebands w_n = w + n Omega:
 * m_l (w_l^2 - w_n^2) x_{l,n} = sum_{nu,h} g_{nu l,h} F_{nu,n-h}, F_{nu,n} = xi_nu delta_n0 + zeta_nu(w_n) y_{nu,n},
 * y_{nu,n} = sum_{l,h} g_{nu l,h} x_{l,n-h}, with g(t) = sum_h g_h exp(-i h Omega t). Exact in the couplings; truncated
 * at |n| <= N for the oscillators. A workspace: one per thread.
 *
 * <p>Where all sums of two harmonics of a bath are multiples of a stride s (2 for plain cosines), sidebands of different
 * n mod s do not mix. The noise of a bath then drives the class of its own harmonics only, and each class is a band
 * matrix by itself.
 */
final class Sidebands {

    private final HarmonicNetwork network;
    private final List<NetworkBath> baths;
    private final List<BathMemory> memories;
    private final int n;
    private final int count;
    private final int harmonics;
    private final int reach;
    private final double drive;
    private final int stride;
    /** Remainder of every harmonic of a bath divided by the stride. */
    private final int[] remainders;
    /** Fourier components [bath][h + harmonics][oscillator]. */
    private final double[][][] gRe;

    private final double[][][] gIm;
    private final ComplexBand[] matrices;

    Sidebands(HarmonicNetwork network, List<BathMemory> memories, int count) {
        this.network = network;
        this.baths = network.baths();
        this.memories = memories;
        this.n = network.size();
        this.count = count;
        this.harmonics = network.orders().stream().mapToInt(x -> x).max().orElse(0);
        this.reach = count + harmonics;
        this.drive = network.driveFrequency();
        this.gRe = new double[baths.size()][2 * harmonics + 1][n];
        this.gIm = new double[baths.size()][2 * harmonics + 1][n];
        for (int b = 0; b < baths.size(); b++) {
            for (int l = 0; l < n; l++)
                components(b, l, baths.get(b).couplings().get(l));
        }
        this.stride = commonDivisor();
        this.remainders = new int[baths.size()];
        this.matrices = new ComplexBand[stride];
        for (int b = 0; b < baths.size(); b++) {
            int h = -harmonics;
            while (h < harmonics && !present(b, h)) h++;
            int r = Math.floorMod(h, stride);
            remainders[b] = r;
            if (matrices[r] == null)
                matrices[r] = new ComplexBand(n * members(r), n * (2 * harmonics / stride) + n - 1);
        }
    }

    private void components(int b, int l, Coupling coupling) {
        gRe[b][harmonics][l] = coupling.constant();
        for (Harmonic h : coupling.harmonics()) {
            Complex half = Complex.phase(-h.phase()).times(h.amplitude() / 2);
            gRe[b][harmonics + h.order()][l] = half.re();
            gIm[b][harmonics + h.order()][l] = half.im();
            gRe[b][harmonics - h.order()][l] = half.re();
            gIm[b][harmonics - h.order()][l] = -half.im();
        }
    }

    private boolean present(int b, int h) {
        for (int l = 0; l < n; l++) {
            if (gRe[b][h + harmonics][l] != 0 || gIm[b][h + harmonics][l] != 0) return true;
        }
        return false;
    }

    private int commonDivisor() {
        int divisor = 0;
        for (int b = 0; b < baths.size(); b++) {
            for (int h = -harmonics; h <= harmonics; h++) {
                for (int k = -harmonics; k <= harmonics; k++) {
                    if (present(b, h) && present(b, k)) divisor = gcd(divisor, Math.abs(h + k));
                }
            }
        }
        return Math.max(1, divisor);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The lowest sideband of a class. */
    private int lowest(int remainder) {
        return -count + Math.floorMod(remainder + count, stride);
    }

    private int members(int remainder) {
        return (count - lowest(remainder)) / stride + 1;
    }

    /** Sidebands of forces and coordinates run from -reach to reach. */
    int reach() {
        return reach;
    }

    /** Sidebands of the answer in which a bath's force can differ from 0: n = first, first + stride, ... */
    int firstBand(int source, int bath) {
        return -reach + Math.floorMod(remainders[source] + remainders[bath] + reach, stride);
    }

    int stride() {
        return stride;
    }

    /** Whether noise of two baths, k Omega apart, can meet in some sideband. */
    boolean mix(int source, int other, int k) {
        return Math.floorMod(remainders[source] - remainders[other] - k, stride) == 0;
    }

    /**
     * All answers at one frequency. Arrays are [source][bath][m] and [source][bath][oscillator][m], m = n + reach.
     *
     * @param densities J_nu(w_n), [bath][m]
     * @param forceRe real part of F_{nu,n}
     * @param coordinate |y_{nu,n}|^2
     * @param drivenRe real part of (g_l' x_l)_n, empty for baths that are not modulated
     */
    record Answer(
            double[][] densities,
            double[][][] forceRe,
            double[][][] forceIm,
            double[][][] coordinate,
            double[][][][] drivenRe,
            double[][][][] drivenIm) {}

    Answer at(double w) {
        int bands = 2 * reach + 1;
        double[][] zetaRe = new double[baths.size()][bands];
        double[][] densities = new double[baths.size()][bands];
        for (int b = 0; b < baths.size(); b++) {
            for (int m = 0; m < bands; m++) {
                Complex zeta = memories.get(b).at(w + (m - reach) * drive);
                zetaRe[b][m] = zeta.re();
                densities[b][m] = zeta.im();
            }
        }
        double[][] xRe = new double[baths.size()][n * (2 * count + 1)];
        double[][] xIm = new double[baths.size()][n * (2 * count + 1)];
        for (int r = 0; r < stride; r++) {
            if (matrices[r] != null) solve(r, w, zetaRe, densities, xRe, xIm);
        }
        return answer(xRe, xIm, zetaRe, densities);
    }

    /** Solves one class for all its sources and spreads the result over all sidebands. */
    private void solve(int r, double w, double[][] zetaRe, double[][] zetaIm, double[][] xRe, double[][] xIm) {
        int[] sources = java.util.stream.IntStream.range(0, remainders.length)
                .filter(c -> remainders[c] == r)
                .toArray();
        ComplexBand matrix = matrices[r];
        fill(matrix, r, w, zetaRe, zetaIm);
        int rows = matrix.size();
        double[] re = new double[rows * sources.length];
        double[] im = new double[rows * sources.length];
        int low = lowest(r);
        for (int i = 0; i < rows; i++) {
            int h = low + i / n * stride;
            if (Math.abs(h) > harmonics) continue;
            for (int c = 0; c < sources.length; c++) {
                re[i * sources.length + c] = gRe[sources[c]][h + harmonics][i % n];
                im[i * sources.length + c] = gIm[sources[c]][h + harmonics][i % n];
            }
        }
        matrix.solve(re, im, sources.length);
        for (int i = 0; i < rows; i++) {
            int place = (low + i / n * stride + count) * n + i % n;
            for (int c = 0; c < sources.length; c++) {
                xRe[sources[c]][place] = re[i * sources.length + c];
                xIm[sources[c]][place] = im[i * sources.length + c];
            }
        }
    }

    private void fill(ComplexBand matrix, int r, double w, double[][] zetaRe, double[][] zetaIm) {
        matrix.clear();
        int low = lowest(r);
        for (int row = 0; row < matrix.size(); row++) {
            int k = low + row / n * stride;
            int l = row % n;
            double shifted = w + k * drive;
            double f = network.oscillators().get(l).frequency();
            double mass = network.oscillators().get(l).mass();
            matrix.add(row, row, mass * (f - shifted) * (f + shifted), 0);
            for (int b = 0; b < baths.size(); b++) fillRow(matrix, row, low, b, zetaRe[b], zetaIm[b]);
        }
    }

    /** Subtracts sum_h g_h zeta(w_{k-h}) sum_{l',h'} g_{l',h'} x_{l',k-h-h'}. */
    private void fillRow(ComplexBand matrix, int row, int low, int b, double[] zetaRe, double[] zetaIm) {
        int k = low + row / n * stride;
        int l = row % n;
        for (int h = -harmonics; h <= harmonics; h++) {
            double hr = gRe[b][h + harmonics][l];
            double hi = gIm[b][h + harmonics][l];
            if (hr == 0 && hi == 0) continue;
            double zr = zetaRe[k - h + reach];
            double zi = zetaIm[k - h + reach];
            double wr = hr * zr - hi * zi;
            double wi = hr * zi + hi * zr;
            for (int second = -harmonics; second <= harmonics; second++) {
                int target = k - h - second;
                if (Math.abs(target) > count) continue;
                for (int m = 0; m < n; m++) {
                    double sr = gRe[b][second + harmonics][m];
                    double si = gIm[b][second + harmonics][m];
                    if (sr == 0 && si == 0) continue;
                    matrix.add(row, (target - low) / stride * n + m, wi * si - wr * sr, -wr * si - wi * sr);
                }
            }
        }
    }

    private Answer answer(double[][] xRe, double[][] xIm, double[][] zetaRe, double[][] densities) {
        int bands = 2 * reach + 1;
        int sources = baths.size();
        Answer answer = new Answer(
                densities,
                new double[sources][sources][bands],
                new double[sources][sources][bands],
                new double[sources][sources][bands],
                new double[sources][sources][][],
                new double[sources][sources][][]);
        for (int c = 0; c < sources; c++) {
            for (int b = 0; b < sources; b++) {
                int moved = baths.get(b).modulated() ? n : 0;
                answer.drivenRe[c][b] = new double[moved][bands];
                answer.drivenIm[c][b] = new double[moved][bands];
                for (int m = firstBand(c, b) + reach; m < bands; m += stride) {
                    force(answer, c, b, m, xRe[c], xIm[c], zetaRe[b][m]);
                }
                if (b == c) answer.forceRe[c][b][reach] += 1;
            }
        }
        return answer;
    }

    /** y = sum g_h x_k, F = zeta y, and g' x = -i h Omega g_h x_k of one sideband. */
    private void force(Answer answer, int c, int b, int m, double[] xRe, double[] xIm, double zetaRe) {
        double yr = 0;
        double yi = 0;
        boolean moved = answer.drivenRe[c][b].length > 0;
        for (int h = -harmonics; h <= harmonics; h++) {
            int k = m - reach - h;
            if (Math.abs(k) > count) continue;
            for (int l = 0; l < n; l++) {
                double gr = gRe[b][h + harmonics][l];
                double gi = gIm[b][h + harmonics][l];
                if (gr == 0 && gi == 0) continue;
                int place = (k + count) * n + l;
                double tr = gr * xRe[place] - gi * xIm[place];
                double ti = gr * xIm[place] + gi * xRe[place];
                yr += tr;
                yi += ti;
                if (moved) {
                    answer.drivenRe[c][b][l][m] += h * drive * ti;
                    answer.drivenIm[c][b][l][m] -= h * drive * tr;
                }
            }
        }
        double zetaIm = answer.densities[b][m];
        answer.coordinate[c][b][m] = yr * yr + yi * yi;
        answer.forceRe[c][b][m] = zetaRe * yr - zetaIm * yi;
        answer.forceIm[c][b][m] = zetaRe * yi + zetaIm * yr;
    }
}
