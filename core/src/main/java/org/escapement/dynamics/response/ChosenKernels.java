package org.escapement.dynamics.response;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.model.network.NetworkBath;

/**
 * Second-order kernels of one modulated bath by the better of two routes: the preferred one (closed forms, where they
 * exist) while its own error estimate is small, else integration over frequency. Work and heat are decided apart,
 * because the heat loses digits long before the work does. Immutable but for what it remembers, thread-safe.
 */
final class ChosenKernels {

    private static final double TRUSTED = 1e-9;
    private static final double TRUSTED_HEAT = 1e-6;

    private final KernelRoute preferred;
    private final KernelRoute integrals;
    private final int size;
    private final Map<Double, Estimated[][]> noises = new ConcurrentHashMap<>();

    private ChosenKernels(KernelRoute preferred, KernelRoute integrals, int size) {
        this.preferred = preferred;
        this.integrals = integrals;
        this.size = size;
    }

    /** @param closed whether closed forms may be used at all */
    static ChosenKernels of(StaticState state, NetworkBath bath, boolean closed) {
        KernelRoute integrals = new IntegralKernels(state, bath);
        boolean rational = BathMemory.of(bath.density()) instanceof BathMemory.Rational && state.closed();
        KernelRoute preferred = closed && rational ? new ClosedKernels(state, bath) : integrals;
        return new ChosenKernels(preferred, integrals, state.response().size());
    }

    Kernel work(double frequency) {
        Kernel kernel = preferred.at(frequency);
        if (kernel.worst() <= TRUSTED) return kernel;
        Kernel other = integrals.at(frequency);
        return other.worst() < kernel.worst() ? other : kernel;
    }

    Kernel heat(double frequency) {
        Kernel kernel = preferred.at(frequency);
        if (kernel.worstHeat() <= TRUSTED_HEAT) return kernel;
        Kernel other = integrals.at(frequency);
        return other.worstHeat() < kernel.worstHeat() ? other : kernel;
    }

    Estimated[][] noise(double frequency) {
        return noises.computeIfAbsent(frequency, this::computeNoise);
    }

    private Estimated[][] computeNoise(double frequency) {
        Estimated[][] noise = preferred.noise(frequency);
        for (int l = 0; l < size; l++) {
            // NaN counts as unusable.
            boolean trusted = noise[l][l].error() <= TRUSTED * Math.abs(noise[l][l].value());
            if (!trusted) return integrals.noise(frequency);
        }
        return noise;
    }

    KernelRoute.Slope slope(double frequency) {
        KernelRoute.Slope slope = preferred.slope(frequency);
        for (int l = 0; l < size; l++) {
            boolean trusted = slope.error()[l][l] <= TRUSTED * slope.value()[l][l].modulus();
            if (!trusted) return integrals.slope(frequency);
        }
        return slope;
    }
}
