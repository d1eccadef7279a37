package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.Harmonic;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;

/**
 * One bath's couplings at one harmonic order, amplitudes f_l and phases phi_l. Order 0 holds the constant parts, whose
 * mean square is f^2 instead of f^2/2.
 */
record Drive(NetworkBath bath, int order, double frequency, double[] amplitudes, double[] phases, double[] slopes) {

    /** All orders of all modulated baths, bath by bath. */
    static List<Drive> of(HarmonicNetwork network, NetworkBath bath) {
        List<Drive> drives = new ArrayList<>();
        List<Coupling> couplings = bath.couplings();
        if (couplings.stream().anyMatch(c -> c.constant() != 0)) {
            int n = couplings.size();
            double[] constants =
                    couplings.stream().mapToDouble(Coupling::constant).toArray();
            drives.add(new Drive(bath, 0, 0, constants, new double[n], new double[n]));
        }
        List<Integer> orders = couplings.stream()
                .flatMap(c -> c.orders().stream())
                .distinct()
                .sorted()
                .toList();
        for (int order : orders) {
            List<Harmonic> h = couplings.stream().map(c -> c.harmonic(order)).toList();
            drives.add(new Drive(
                    bath,
                    order,
                    order * network.driveFrequency(),
                    h.stream().mapToDouble(Harmonic::amplitude).toArray(),
                    h.stream().mapToDouble(Harmonic::phase).toArray(),
                    h.stream().mapToDouble(Harmonic::amplitudeSlope).toArray()));
        }
        return drives;
    }

    /** Mean of a squared cosine, or 1 for the constant part. */
    double mean() {
        return order == 0 ? 1 : 0.5;
    }

    /** phi_l - phi_l'. */
    double lag(int l, int m) {
        return phases[l] - phases[m];
    }
}
