package org.escapement.dynamics.response;

import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.NetworkOscillator;

/**
 * Gaussian state of a network's oscillators at one time: means and symmetrised covariances of (x_1, p_1, x_2, p_2, ...),
 * units of mass and frequency. A momentum that a strictly Ohmic bath kicks has no finite variance, and asking for one
 * is refused. Immutable.
 */
public final class PhaseSpaceState {

    private final HarmonicNetwork network;
    private final double[] means;
    private final Estimated[][] covariance;

    PhaseSpaceState(HarmonicNetwork network, double[] means, Estimated[][] covariance) {
        this.network = network;
        this.means = means;
        this.covariance = covariance;
    }

    /** Mean of the position (2l) or momentum (2l + 1) of oscillator l. */
    public double mean(int i) {
        return means[i];
    }

    /** Symmetrised covariance of two of them. */
    public Estimated covariance(int i, int j) {
        refuse(network, i, j);
        return covariance[i][j];
    }

    /**
     * Covariances of x sqrt(mass frequency) and p/sqrt(mass frequency) of some oscillators, vacuum = 1/2, [2n][2n].
     *
     * @param oscillators which, in the order wanted
     */
    public double[][] canonical(int... oscillators) {
        double[][] v = new double[2 * oscillators.length][2 * oscillators.length];
        for (int r = 0; r < v.length; r++) {
            for (int c = 0; c < v.length; c++) {
                int i = 2 * oscillators[r / 2] + r % 2;
                int j = 2 * oscillators[c / 2] + c % 2;
                v[r][c] = covariance(i, j).value() * scale(i) * scale(j);
            }
        }
        return v;
    }

    /** Largest error among those, in the same units. */
    public double canonicalError(int... oscillators) {
        double largest = 0;
        for (int l : oscillators) {
            for (int k : oscillators) {
                for (int part = 0; part < 4; part++) {
                    int i = 2 * l + part / 2;
                    int j = 2 * k + part % 2;
                    largest = Math.max(largest, covariance(i, j).error() * scale(i) * scale(j));
                }
            }
        }
        return largest;
    }

    private double scale(int i) {
        NetworkOscillator o = network.oscillators().get(i / 2);
        double root = Math.sqrt(o.mass() * o.frequency());
        return i % 2 == 0 ? root : 1 / root;
    }

    /** Whether two momenta are kicked by one bath whose density grows without bound. */
    static boolean divergent(HarmonicNetwork network, int i, int j) {
        if (i % 2 == 0 || j % 2 == 0) return false;
        for (NetworkBath bath : network.baths()) {
            boolean both = !bath.couplings().get(i / 2).none()
                    && !bath.couplings().get(j / 2).none();
            if (bath.density().unbounded() && both) return true;
        }
        return false;
    }

    private static void refuse(HarmonicNetwork network, int i, int j) {
        if (!divergent(network, i, j)) return;
        throw new NotApplicableException("the momenta of '"
                + network.oscillators().get(i / 2).name() + "' and '"
                + network.oscillators().get(j / 2).name()
                + "' have no finite covariance: a strictly Ohmic bath kicks them at all frequencies; give the bath a"
                + " cut-off, or ask for covariances of positions");
    }
}
