package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.HarmonicNetwork;

/**
 * Rows of the linear map from time 0 to t that give the oscillators' positions and momenta, for a network with finite
 * baths. The rows are carried backwards through the steps of {@link PeriodMap} (half a free rotation, a kick by the
 * couplings, half a rotation), so that a few rows stand for the whole map. A workspace.
 */
final class FiniteEvolution {

    private final HarmonicNetwork network;
    private final List<ModeSet> baths;
    private final int n;
    private final int modes;
    private final int[] offsets;
    private final double[] frequencies;
    private final double[] masses;

    FiniteEvolution(HarmonicNetwork network, List<ModeSet> baths) {
        this.network = network;
        this.baths = baths;
        this.n = network.size();
        ModeLayout layout = ModeLayout.of(network, baths);
        this.modes = layout.modes();
        this.offsets = layout.offsets();
        this.frequencies = layout.frequencies();
        this.masses = layout.masses();
    }

    /** Covariances of (x_1, p_1, x_2, ...) at time t, row by row. */
    double[] covariance(double t, int steps, List<OscillatorStart> starts) {
        double[][] rows = rows(t, steps);
        double[] all = new double[4 * n * n];
        for (int i = 0; i < 2 * n; i++) {
            for (int j = 0; j < 2 * n; j++) all[2 * n * i + j] = covariance(rows[i], rows[j], starts);
        }
        return all;
    }

    /** Means of (x_1, p_1, x_2, ...) at time t. */
    double[] means(double t, int steps, List<OscillatorStart> starts) {
        double[][] rows = rows(t, steps);
        double[] means = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            for (int l = 0; l < n; l++) {
                means[i] += rows[i][l] * starts.get(l).position()
                        + rows[i][modes + l] * starts.get(l).momentum();
            }
        }
        return means;
    }

    private double covariance(double[] a, double[] b, List<OscillatorStart> starts) {
        double sum = 0;
        for (int l = 0; l < n; l++) {
            double[] v = starts.get(l).covariance(network.oscillators().get(l));
            sum += a[l] * v[0] * b[l]
                    + (a[l] * b[modes + l] + a[modes + l] * b[l]) * v[1]
                    + a[modes + l] * v[2] * b[modes + l];
        }
        for (int c = 0; c < baths.size(); c++) {
            for (int k = 0; k < baths.get(c).frequencies().length; k++) {
                int i = offsets[c] + k;
                double energy = baths.get(c).energy(k);
                double w = frequencies[i];
                sum += energy * (a[i] * b[i] / (w * w) + a[modes + i] * b[modes + i]);
            }
        }
        return sum;
    }

    /** Each row holds the derivatives of one of (x_1, p_1, x_2, ...) with respect to all coordinates, then momenta. */
    private double[][] rows(double t, int steps) {
        double[][] rows = new double[2 * n][2 * modes];
        for (int i = 0; i < 2 * n; i++) rows[i][i % 2 == 0 ? i / 2 : modes + i / 2] = 1;
        double h = t / steps;
        for (int step = steps - 1; step >= 0; step--) {
            rotate(rows, h / 2);
            kick(rows, (step + 0.5) * h, h);
            rotate(rows, h / 2);
        }
        return rows;
    }

    private void rotate(double[][] rows, double h) {
        for (int k = 0; k < modes; k++) {
            double c = Math.cos(frequencies[k] * h);
            double s = Math.sin(frequencies[k] * h);
            double stiff = masses[k] * frequencies[k];
            for (double[] row : rows) {
                double x = row[k];
                double p = row[modes + k];
                row[k] = c * x - s * stiff * p;
                row[modes + k] = s / stiff * x + c * p;
            }
        }
    }

    /** p_l += h g_l (sum_k c_k X_k - stiffness y), P_k += h c_k y, seen from the rows. */
    private void kick(double[][] rows, double t, double h) {
        for (int b = 0; b < baths.size(); b++) {
            ModeSet bath = baths.get(b);
            double[] g = new double[n];
            for (int l = 0; l < n; l++) g[l] = bath.bath().couplings().get(l).at(network.driveFrequency(), t);
            double[] c = bath.couplings();
            for (double[] row : rows) {
                double pushed = 0;
                for (int l = 0; l < n; l++) pushed += g[l] * row[modes + l];
                double drawn = -bath.stiffness() * pushed;
                for (int k = 0; k < c.length; k++) {
                    drawn += c[k] * row[modes + offsets[b] + k];
                    row[offsets[b] + k] += h * c[k] * pushed;
                }
                for (int l = 0; l < n; l++) row[l] += h * g[l] * drawn;
            }
        }
    }
}
