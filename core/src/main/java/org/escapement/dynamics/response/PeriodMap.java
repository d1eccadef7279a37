package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.numerics.linear.RealMatrices;

/**
 * Linear map of one drive period of a network with finite baths at one time step. Rows of the map are the coordinates of
 * the oscillators and of all modes, then the momenta; each step rotates all free modes exactly for half a step, kicks
 * them by the couplings, and rotates again. A workspace.
 */
final class PeriodMap {

    private final HarmonicNetwork network;
    private final List<ModeSet> baths;
    private final int n;
    private final int modes;
    private final double[] frequencies;
    private final double[] masses;
    private final int[] offsets;
    private final int steps;
    private final double period;

    /** Rows of oscillator coordinates and bath forces of the map from the start of the period, by time. */
    private final List<double[][]> history = new ArrayList<>();

    private final double[][] map;

    PeriodMap(HarmonicNetwork network, List<ModeSet> baths, int steps) {
        this.network = network;
        this.baths = baths;
        this.n = network.size();
        this.steps = steps;
        this.period = 2 * Math.PI / network.driveFrequency();
        ModeLayout layout = ModeLayout.of(network, baths);
        this.modes = layout.modes();
        this.offsets = layout.offsets();
        this.frequencies = layout.frequencies();
        this.masses = layout.masses();
        this.map = integrate();
    }

    private double[][] integrate() {
        double[][] state = RealMatrices.identity(2 * modes);
        double h = period / steps;
        history.add(readings(state, 0));
        for (int i = 0; i < steps; i++) {
            rotate(state, h / 2);
            kick(state, (i + 0.5) * h, h);
            rotate(state, h / 2);
            history.add(readings(state, (i + 1) * h));
        }
        return state;
    }

    private void rotate(double[][] state, double h) {
        for (int k = 0; k < modes; k++) {
            double c = Math.cos(frequencies[k] * h);
            double s = Math.sin(frequencies[k] * h);
            double stiff = masses[k] * frequencies[k];
            double[] x = state[k];
            double[] p = state[modes + k];
            for (int j = 0; j < x.length; j++) {
                double moved = c * x[j] + s / stiff * p[j];
                p[j] = c * p[j] - s * stiff * x[j];
                x[j] = moved;
            }
        }
    }

    private double[] couplings(int b, double t) {
        double[] g = new double[n];
        for (int l = 0; l < n; l++) {
            g[l] = baths.get(b).bath().couplings().get(l).at(network.driveFrequency(), t);
        }
        return g;
    }

    private void kick(double[][] state, double t, double h) {
        for (int b = 0; b < baths.size(); b++) {
            double[] g = couplings(b, t);
            double[] y = new double[2 * modes];
            for (int l = 0; l < n; l++) RealMatrices.addScaled(y, g[l], state[l]);
            double[] force = force(state, b, y);
            for (int l = 0; l < n; l++) RealMatrices.addScaled(state[modes + l], h * g[l], force);
            double[] c = baths.get(b).couplings();
            for (int k = 0; k < c.length; k++) RealMatrices.addScaled(state[modes + offsets[b] + k], h * c[k], y);
        }
    }

    /** F = sum_k c_k X_k - stiffness y. */
    private double[] force(double[][] state, int b, double[] y) {
        double[] force = new double[2 * modes];
        double[] c = baths.get(b).couplings();
        for (int k = 0; k < c.length; k++) RealMatrices.addScaled(force, c[k], state[offsets[b] + k]);
        RealMatrices.addScaled(force, -baths.get(b).stiffness(), y);
        return force;
    }

    /** Oscillator coordinates, then the force of each bath. */
    private double[][] readings(double[][] state, double t) {
        double[][] rows = new double[n + baths.size()][];
        for (int l = 0; l < n; l++) rows[l] = state[l].clone();
        for (int b = 0; b < baths.size(); b++) {
            double[] g = couplings(b, t);
            double[] y = new double[2 * modes];
            for (int l = 0; l < n; l++) RealMatrices.addScaled(y, g[l], state[l]);
            rows[n + b] = force(state, b, y);
        }
        return rows;
    }

    /** Powers of the oscillators, then heats of the baths. */
    double[] averages(int periods, int average) {
        double[][] spread = scaled(RealMatrices.power(map, periods - average));
        double[] before = energies(spread);
        double[][] mean = new double[2 * modes][2 * modes];
        for (int i = 0; i < average; i++) {
            RealMatrices.addSquare(mean, 1.0 / average, spread);
            spread = RealMatrices.times(map, spread);
        }
        double[] after = energies(spread);
        double[] result = new double[n + baths.size()];
        for (int b = 0; b < baths.size(); b++) result[n + b] = -(after[b] - before[b]) / (average * period);
        for (int i = 0; i <= steps; i++) addPowers(result, mean, i);
        return result;
    }

    private void addPowers(double[] result, double[][] covariance, int i) {
        double weight = (i == 0 || i == steps ? 0.5 : 1.0) / steps;
        double t = period * i / steps;
        double[][] rows = history.get(i);
        for (int b = 0; b < baths.size(); b++) {
            if (!baths.get(b).bath().modulated()) continue;
            double[] moved = RealMatrices.times(covariance, rows[n + b]);
            for (int l = 0; l < n; l++) {
                double rate = baths.get(b).bath().couplings().get(l).rate(network.driveFrequency(), t);
                result[l] -= weight * rate * RealMatrices.dot(rows[l], moved);
            }
        }
    }

    /** Columns times the initial standard deviations. */
    private double[][] scaled(double[][] matrix) {
        double[] deviations = new double[2 * modes];
        for (int k = 0; k < n; k++) {
            deviations[k] = Math.sqrt(1 / (2 * masses[k] * frequencies[k]));
            deviations[modes + k] = Math.sqrt(masses[k] * frequencies[k] / 2);
        }
        for (int b = 0; b < baths.size(); b++) {
            for (int k = 0; k < baths.get(b).frequencies().length; k++) {
                double energy = baths.get(b).energy(k);
                deviations[offsets[b] + k] = Math.sqrt(energy) / frequencies[offsets[b] + k];
                deviations[modes + offsets[b] + k] = Math.sqrt(energy);
            }
        }
        for (double[] row : matrix) for (int j = 0; j < row.length; j++) row[j] *= deviations[j];
        return matrix;
    }

    private double[] energies(double[][] spread) {
        double[] energies = new double[baths.size()];
        for (int b = 0; b < energies.length; b++) {
            for (int k = 0; k < baths.get(b).frequencies().length; k++) {
                double[] x = spread[offsets[b] + k];
                double[] p = spread[modes + offsets[b] + k];
                double w = frequencies[offsets[b] + k];
                energies[b] += (RealMatrices.dot(p, p) + w * w * RealMatrices.dot(x, x)) / 2;
            }
        }
        return energies;
    }
}
