package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexMatrix;

/**
 * Answer of a driven network to a unit noise force of each bath at one frequency w, in sidebands w_n = w + n Omega:
 * m_l (w_l^2 - w_n^2) x_{l,n} = sum_{nu,h} g_{nu l,h} F_{nu,n-h}, F_{nu,n} = xi_nu delta_n0 + zeta_nu(w_n) y_{nu,n},
 * y_{nu,n} = sum_{l,h} g_{nu l,h} x_{l,n-h}, with g(t) = sum_h g_h exp(-i h Omega t). Exact in the couplings; truncated
 * at |n| <= N for the oscillators. A workspace: one per thread.
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
    /** Fourier components [bath][oscillator][h + harmonics]. */
    private final Complex[][][] g;

    private final ComplexMatrix matrix;

    Sidebands(HarmonicNetwork network, List<BathMemory> memories, int count) {
        this.network = network;
        this.baths = network.baths();
        this.memories = memories;
        this.n = network.size();
        this.count = count;
        this.harmonics = network.orders().stream().mapToInt(x -> x).max().orElse(0);
        this.reach = count + harmonics;
        this.drive = network.driveFrequency();
        this.g = new Complex[baths.size()][n][];
        for (int b = 0; b < baths.size(); b++) {
            for (int l = 0; l < n; l++)
                g[b][l] = components(baths.get(b).couplings().get(l));
        }
        this.matrix = new ComplexMatrix(n * (2 * count + 1), n * (2 * count + 1));
    }

    private Complex[] components(Coupling coupling) {
        Complex[] c = new Complex[2 * harmonics + 1];
        java.util.Arrays.fill(c, Complex.ZERO);
        c[harmonics] = Complex.real(coupling.constant());
        for (Harmonic h : coupling.harmonics()) {
            c[harmonics + h.order()] = Complex.phase(-h.phase()).times(h.amplitude() / 2);
            c[harmonics - h.order()] = Complex.phase(h.phase()).times(h.amplitude() / 2);
        }
        return c;
    }

    /** Sidebands of forces and coordinates run from -reach to reach. */
    int reach() {
        return reach;
    }

    /**
     * All answers at one frequency. Arrays are [source][bath][m] and [source][bath][oscillator][m], m = n + reach.
     *
     * @param densities J_nu(w_n), [bath][m]
     * @param force F_{nu,n}
     * @param coordinate y_{nu,n}
     * @param drivenRe real part of (g_l' x_l)_n, empty for baths that are not modulated
     */
    record Answer(
            double[][] densities,
            Complex[][][] force,
            Complex[][][] coordinate,
            double[][][][] drivenRe,
            double[][][][] drivenIm) {}

    Answer at(double w) {
        int bands = 2 * reach + 1;
        Complex[][] zeta = new Complex[baths.size()][bands];
        double[][] densities = new double[baths.size()][bands];
        for (int b = 0; b < baths.size(); b++) {
            for (int m = 0; m < bands; m++) {
                double shifted = w + (m - reach) * drive;
                zeta[b][m] = memories.get(b).at(shifted);
                densities[b][m] = zeta[b][m].im();
            }
        }
        fill(w, zeta);
        ComplexMatrix x = new ComplexMatrix(matrix.rows(), baths.size());
        for (int b = 0; b < baths.size(); b++) {
            for (int h = -Math.min(harmonics, count); h <= Math.min(harmonics, count); h++) {
                for (int l = 0; l < n; l++) {
                    Complex c = g[b][l][h + harmonics];
                    x.add((h + count) * n + l, b, c.re(), c.im());
                }
            }
        }
        matrix.solve(x);
        return answer(x, zeta, densities);
    }

    private void fill(double w, Complex[][] zeta) {
        matrix.clear();
        for (int k = -count; k <= count; k++) {
            double shifted = w + k * drive;
            for (int l = 0; l < n; l++) {
                double f = network.oscillators().get(l).frequency();
                double mass = network.oscillators().get(l).mass();
                int row = (k + count) * n + l;
                matrix.add(row, row, mass * (f - shifted) * (f + shifted), 0);
                for (int b = 0; b < baths.size(); b++) fillRow(row, k, g[b][l], b, zeta[b]);
            }
        }
    }

    /** Subtracts sum_h g_h zeta(w_{k-h}) sum_{l',h'} g_{l',h'} x_{l',k-h-h'}. */
    private void fillRow(int row, int k, Complex[] left, int b, Complex[] zeta) {
        for (int h = -harmonics; h <= harmonics; h++) {
            Complex outer = left[h + harmonics];
            if (outer.re() == 0 && outer.im() == 0) continue;
            Complex weighted = outer.times(zeta[k - h + reach]);
            for (int second = -harmonics; second <= harmonics; second++) {
                int target = k - h - second;
                if (Math.abs(target) > count) continue;
                for (int m = 0; m < n; m++) {
                    Complex inner = g[b][m][second + harmonics];
                    if (inner.re() == 0 && inner.im() == 0) continue;
                    Complex term = weighted.times(inner);
                    matrix.add(row, (target + count) * n + m, -term.re(), -term.im());
                }
            }
        }
    }

    private Answer answer(ComplexMatrix x, Complex[][] zeta, double[][] densities) {
        int bands = 2 * reach + 1;
        int sources = baths.size();
        Complex[][][] force = new Complex[sources][baths.size()][bands];
        Complex[][][] coordinate = new Complex[sources][baths.size()][bands];
        double[][][][] drivenRe = new double[sources][baths.size()][][];
        double[][][][] drivenIm = new double[sources][baths.size()][][];
        for (int c = 0; c < sources; c++) {
            for (int b = 0; b < baths.size(); b++) {
                boolean modulated = baths.get(b).modulated();
                drivenRe[c][b] = new double[modulated ? n : 0][bands];
                drivenIm[c][b] = new double[modulated ? n : 0][bands];
                for (int m = 0; m < bands; m++) {
                    Complex y = Complex.ZERO;
                    for (int h = -harmonics; h <= harmonics; h++) {
                        int k = m - reach - h;
                        if (Math.abs(k) > count) continue;
                        y = y.plus(moved(x, c, b, h, k, modulated ? drivenRe[c][b] : null, drivenIm[c][b], m));
                    }
                    coordinate[c][b][m] = y;
                    Complex f = zeta[b][m].times(y);
                    force[c][b][m] = c == b && m == reach ? f.plus(1) : f;
                }
            }
        }
        return new Answer(densities, force, coordinate, drivenRe, drivenIm);
    }

    /** Adds g_h x_k to the coordinate and -i h Omega g_h x_k to the driven coordinates. */
    private Complex moved(
            ComplexMatrix x, int c, int b, int h, int k, double[][] drivenRe, double[][] drivenIm, int m) {
        Complex sum = Complex.ZERO;
        for (int l = 0; l < n; l++) {
            Complex component = g[b][l][h + harmonics];
            if (component.re() == 0 && component.im() == 0) continue;
            Complex term = component.times(x.get((k + count) * n + l, c));
            sum = sum.plus(term);
            if (drivenRe != null && h != 0) {
                drivenRe[l][m] += h * drive * term.im();
                drivenIm[l][m] -= h * drive * term.re();
            }
        }
        return sum;
    }
}
