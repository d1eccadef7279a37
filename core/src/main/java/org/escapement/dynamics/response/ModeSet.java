package org.escapement.dynamics.response;

import org.escapement.model.ModelException;
import org.escapement.model.network.NetworkBath;

/**
 * A bath replaced by finitely many modes of unit mass, one for each panel between neighbouring edges: frequency w_k at
 * its midpoint and c_k^2 = (2/pi) w_k J(w_k) dw_k. The counter-term is made of the same modes. Immutable.
 */
record ModeSet(NetworkBath bath, double[] frequencies, double[] couplings, double stiffness) {

    static ModeSet of(NetworkBath bath, double[] edges) {
        if (edges.length < 2) throw new ModelException("a finite bath needs at least 2 edges, not " + edges.length);
        int count = edges.length - 1;
        double[] w = new double[count];
        double[] c = new double[count];
        double stiffness = 0;
        for (int k = 0; k < count; k++) {
            double width = edges[k + 1] - edges[k];
            if (!(width > 0) || edges[k] < 0) {
                throw new ModelException("the edges of a finite bath go from " + edges[k] + " to " + edges[k + 1]
                        + "; give frequencies >= 0 in ascending order");
            }
            w[k] = edges[k] + width / 2;
            c[k] = Math.sqrt(2 / Math.PI * w[k] * bath.density().at(w[k]) * width);
            stiffness += c[k] * c[k] / (w[k] * w[k]);
        }
        return new ModeSet(bath, w, c, stiffness);
    }

    /** w coth(w/2T)/2: mean energy of a mode. */
    double energy(int k) {
        return ThermalFactors.timesCoth(frequencies[k], bath.temperature()) / 2;
    }
}
