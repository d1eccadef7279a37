package org.escapement.study.question.network;

import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.response.AllOrders;
import org.escapement.dynamics.response.FloquetSpectrum;
import org.escapement.dynamics.response.SecondOrder;
import org.escapement.dynamics.response.StaticState;
import org.escapement.model.network.Coupling;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.NetworkOscillator;
import org.escapement.model.network.SpectralDensity;
import org.escapement.study.question.Point;

/**
 * What questions about a network share: at one point its solutions, between points the static state, which no drive
 * changes, and the Floquet exponents, which no temperature changes.
 */
final class NetworkPoint {

    private static final int MOST_SIDEBANDS = 40;

    private enum Shared {
        SECOND_ORDER,
        ALL_ORDERS,
        STATES,
        SPECTRA
    }

    private record StaticPart(List<NetworkOscillator> oscillators, List<NetworkBath> baths) {}

    private record Dynamics(
            List<NetworkOscillator> oscillators,
            List<SpectralDensity> densities,
            List<List<Coupling>> couplings,
            double drive) {}

    private NetworkPoint() {}

    static StaticState state(Point point) {
        HarmonicNetwork network = point.network();
        Recent<StaticPart, StaticState> states = point.prepared(Shared.STATES, Recent::new);
        return states.get(new StaticPart(network.oscillators(), network.staticBaths()), key -> StaticState.of(network));
    }

    static SecondOrder secondOrder(Point point) {
        return point.shared(Shared.SECOND_ORDER, () -> SecondOrder.of(point.network(), state(point)));
    }

    static AllOrders allOrders(Point point, double tolerance) {
        return point.shared(List.of(Shared.ALL_ORDERS, tolerance), () -> {
            AllOrders.Accuracy accuracy = new AllOrders.Accuracy(tolerance, MOST_SIDEBANDS);
            HarmonicNetwork network = point.network();
            return spectrum(point)
                    .map(s -> AllOrders.of(network, accuracy, s))
                    .orElseGet(() -> AllOrders.of(network, accuracy));
        });
    }

    /** Floquet exponents, empty for baths that have none. */
    static Optional<FloquetSpectrum> spectrum(Point point) {
        HarmonicNetwork network = point.network();
        Recent<Dynamics, Optional<FloquetSpectrum>> spectra = point.prepared(Shared.SPECTRA, Recent::new);
        Dynamics key = new Dynamics(
                network.oscillators(),
                network.baths().stream().map(NetworkBath::density).toList(),
                network.baths().stream().map(NetworkBath::couplings).toList(),
                network.driveFrequency());
        return spectra.get(key, k -> FloquetSpectrum.ifRational(network));
    }
}
