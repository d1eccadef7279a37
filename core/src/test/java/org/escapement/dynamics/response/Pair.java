package org.escapement.dynamics.response;

import java.util.Map;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.SpectralDensity;

/** Two oscillators on a static bath, both driven through a second one. */
record Pair(double friction, double weak, double cutoff, double t1, double t2, double phase, double drive) {

    HarmonicNetwork network() {
        return network(SpectralDensity.drude(weak, cutoff));
    }

    HarmonicNetwork network(SpectralDensity modulated) {
        return HarmonicNetwork.named("pair")
                .oscillator("A", 1, 1)
                .oscillator("B", 1, 0.6)
                .drivenAt(drive)
                .bath(
                        "static",
                        new SpectralDensity.StrictlyOhmic(friction),
                        t2,
                        Map.of("A", Coupling.constant(1), "B", Coupling.constant(1)))
                .bath("modulated", modulated, t1, Map.of("A", Coupling.cosine(1, 0), "B", Coupling.cosine(1, phase)))
                .build();
    }
}
