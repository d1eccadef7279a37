package org.escapement.dynamics.response;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkOscillator;

/**
 * How a network with finite baths is laid out in one vector: oscillators first, then the modes of each bath. Read only.
 *
 * @param modes oscillators and bath modes together
 * @param offsets where the modes of each bath begin
 * @param frequencies of all
 * @param masses of all, 1 for bath modes
 */
record ModeLayout(int modes, int[] offsets, double[] frequencies, double[] masses) {

    static ModeLayout of(HarmonicNetwork network, List<ModeSet> baths) {
        int n = network.size();
        int[] offsets = new int[baths.size()];
        int next = n;
        for (int b = 0; b < baths.size(); b++) {
            offsets[b] = next;
            next += baths.get(b).frequencies().length;
        }
        double[] frequencies = new double[next];
        double[] masses = new double[next];
        Arrays.fill(masses, 1);
        for (int l = 0; l < n; l++) {
            NetworkOscillator o = network.oscillators().get(l);
            frequencies[l] = o.frequency();
            masses[l] = o.mass();
        }
        for (int b = 0; b < baths.size(); b++) {
            double[] w = baths.get(b).frequencies();
            System.arraycopy(w, 0, frequencies, offsets[b], w.length);
        }
        return new ModeLayout(next, offsets, frequencies, masses);
    }
}
