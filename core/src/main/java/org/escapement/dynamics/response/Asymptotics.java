package org.escapement.dynamics.response;

import org.escapement.dynamics.NotApplicableException;

/** Limits of slow and fast driving of the second-order powers. */
final class Asymptotics {

    private Asymptotics() {}

    /** alpha_l = Im K_ll'(0)/2 with K' = dK/dOmega, dalpha_l = sin(phi_l - phi_m) Re K_lm(0)/2, unit amplitudes. */
    static Estimated[] adiabatic(SecondOrder order, int l, int m) {
        Drive drive = order.drives(0).stream()
                .filter(d -> d.order() == 1)
                .findFirst()
                .orElseThrow(() -> new NotApplicableException("slow-driving coefficients need a first harmonic"));
        Kernel kernel = order.frozen(0);
        KernelRoute.Slope slope = order.frozenSlope(0);
        double sine = Math.sin(drive.lag(l, m));
        return new Estimated[] {
            new Estimated(slope.value()[l][l].im() / 2, slope.error()[l][l] / 2),
            new Estimated(slope.value()[m][m].im() / 2, slope.error()[m][m] / 2),
            new Estimated(sine * kernel.work()[l][m].re() / 2, Math.abs(sine) * kernel.workError()[l][m] / 2)
        };
    }

    static Estimated[] diabatic(StaticState state, int l, int m) {
        return new Estimated[] {
            state.covariance(l, l).times(0.5),
            state.covariance(m, m).times(0.5),
            state.covariance(l, m).times(0.5)
        };
    }
}
