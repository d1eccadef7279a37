package org.escapement.dynamics.response;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.numerics.roots.BracketedRoot;

/**
 * Drive frequencies at which second-order quantities cross: Q_l = 2, P_l = 0, Q_l = V_l. All are written so that they
 * are regular where P_l = 0. The bracket must hold one change of sign. Immutable, thread-safe.
 *
 * @param network the network at a drive frequency
 */
public record Thresholds(DoubleFunction<HarmonicNetwork> network) {

    private static final double TOLERANCE = 1e-11;

    /** Omega with Q_l = 2. */
    public Estimated boundCrossing(int l, double from, double to) {
        return root(from, to, order -> order.precision().excess(l).value());
    }

    /** Omega with P_l = 0. */
    public Estimated powerZero(int l, double from, double to) {
        return root(from, to, order -> order.power(l).value());
    }

    /** Omega with Q_l = V_l. */
    public Estimated generalisedBoundCrossing(int l, double from, double to) {
        double tolerance = TOLERANCE * Math.abs(to);
        double omega = BracketedRoot.bisect(
                w -> {
                    SecondOrder order = SecondOrder.of(network.apply(w));
                    return order.precision()
                            .generalisedExcess(l, w, order.powerSlope(l))
                            .value();
                },
                from,
                to,
                tolerance);
        return new Estimated(omega, tolerance);
    }

    private Estimated root(double from, double to, ToDoubleFunction<SecondOrder> f) {
        double tolerance = TOLERANCE * Math.abs(to);
        double omega =
                BracketedRoot.bisect(w -> f.applyAsDouble(SecondOrder.of(network.apply(w))), from, to, tolerance);
        return new Estimated(omega, tolerance);
    }
}
