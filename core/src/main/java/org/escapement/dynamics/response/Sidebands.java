package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
 * <p>Sidebands that the couplings do not connect ({@link CouplingHarmonics}) fall into classes. The noise of a bath
 * drives the class of its own harmonics only, and each class is a band matrix by itself.
 */
final class Sidebands {

    private final List<NetworkBath> baths;
    private final List<BathMemory> memories;
    private final CouplingHarmonics couplings;
    private final int n;
    private final int count;
    private final int harmonics;
    private final int reach;
    private final double drive;
    private final int stride;
    private final double[] masses;
    private final double[] frequencies;
    private final ComplexBand[] matrices;
    private final Term[][] terms;

    /** One product of couplings in the row of an oscillator: -g_h g_h' zeta(w_{k-h}) x_{column,k-h-h'}. */
    private record Term(int bath, int first, int shift, int column, double re, double im) {}

    Sidebands(HarmonicNetwork network, List<BathMemory> memories, int count) {
        this.baths = network.baths();
        this.memories = memories;
        this.couplings = new CouplingHarmonics(network);
        this.n = network.size();
        this.count = count;
        this.harmonics = couplings.largest();
        this.reach = count + harmonics;
        this.drive = network.driveFrequency();
        this.stride = couplings.stride();
        this.masses = new double[n];
        this.frequencies = new double[n];
        for (int l = 0; l < n; l++) {
            masses[l] = network.oscillators().get(l).mass();
            frequencies[l] = network.oscillators().get(l).frequency();
        }
        this.matrices = new ComplexBand[stride];
        for (int b = 0; b < baths.size(); b++) {
            int r = couplings.remainder(b);
            if (matrices[r] == null)
                matrices[r] = new ComplexBand(n * members(r), n * (2 * harmonics / stride) + n - 1);
        }
        this.terms = new Term[n][];
        for (int l = 0; l < n; l++) terms[l] = terms(l);
    }

    private Term[] terms(int l) {
        List<Term> all = new ArrayList<>();
        for (int b = 0; b < baths.size(); b++) {
            for (int h = -harmonics; h <= harmonics; h++) {
                if (!couplings.present(b, h, l)) continue;
                for (int second = -harmonics; second <= harmonics; second++) {
                    for (int m = 0; m < n; m++) {
                        if (!couplings.present(b, second, m)) continue;
                        double hr = couplings.re(b, h, l);
                        double hi = couplings.im(b, h, l);
                        double sr = couplings.re(b, second, m);
                        double si = couplings.im(b, second, m);
                        all.add(new Term(b, h, h + second, m, hi * si - hr * sr, -hr * si - hi * sr));
                    }
                }
            }
        }
        return all.toArray(Term[]::new);
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
        return -reach + Math.floorMod(couplings.remainder(source) + couplings.remainder(bath) + reach, stride);
    }

    int stride() {
        return stride;
    }

    /** Whether noise of two baths, k Omega apart, can meet in some sideband. */
    boolean mix(int source, int other, int k) {
        return Math.floorMod(couplings.remainder(source) - couplings.remainder(other) - k, stride) == 0;
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

    /**
     * Displacements of all oscillators, [source][(n + count) * oscillators + l].
     *
     * @param zetaRe real part of zeta_nu(w_n), [bath][m]
     * @param densities its imaginary part J_nu(w_n)
     */
    record Displacements(double[][] zetaRe, double[][] densities, double[][] re, double[][] im) {}

    Displacements displacements(double w) {
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
        return new Displacements(zetaRe, densities, xRe, xIm);
    }

    Answer at(double w) {
        Displacements x = displacements(w);
        return answer(x.re(), x.im(), x.zetaRe(), x.densities());
    }

    /** Sidebands of displacements run from -count to count. */
    int count() {
        return count;
    }

    CouplingHarmonics couplings() {
        return couplings;
    }

    /** Solves one class for all its sources and spreads the result over all sidebands. */
    private void solve(int r, double w, double[][] zetaRe, double[][] zetaIm, double[][] xRe, double[][] xIm) {
        int[] sources = IntStream.range(0, baths.size())
                .filter(c -> couplings.remainder(c) == r)
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
                re[i * sources.length + c] = couplings.re(sources[c], h, i % n);
                im[i * sources.length + c] = couplings.im(sources[c], h, i % n);
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

    /** m_l (w_l^2 - w_k^2) - sum_h g_h zeta(w_{k-h}) sum_{l',h'} g_{l',h'}. */
    private void fill(ComplexBand matrix, int r, double w, double[][] zetaRe, double[][] zetaIm) {
        matrix.clear();
        int low = lowest(r);
        for (int row = 0; row < matrix.size(); row++) {
            int k = low + row / n * stride;
            int l = row % n;
            double shifted = w + k * drive;
            matrix.add(row, row, masses[l] * (frequencies[l] - shifted) * (frequencies[l] + shifted), 0);
            for (Term t : terms[l]) {
                int target = k - t.shift;
                if (target < -count || target > count) continue;
                double zr = zetaRe[t.bath][k - t.first + reach];
                double zi = zetaIm[t.bath][k - t.first + reach];
                int column = (target - low) / stride * n + t.column;
                matrix.add(row, column, t.re * zr - t.im * zi, t.re * zi + t.im * zr);
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
                int moved = couplings.modulated(b) ? n : 0;
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
                double gr = couplings.re(b, h, l);
                double gi = couplings.im(b, h, l);
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
