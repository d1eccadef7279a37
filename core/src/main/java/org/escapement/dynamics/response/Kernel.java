package org.escapement.dynamics.response;

import org.escapement.numerics.linear.Complex;

/**
 * Second-order kernels of one modulated bath at one drive frequency Omega, with J the bath's density, nu = w + Omega,
 * N = coth(nu/2T1) - coth(w/2T2) and zeta' the real part of the bath's memory; element [l][l'].
 *
 * @param work K = int dw/2pi {J coth(nu/2T1) chi' + zeta' coth(w/2T2) chi'' - i J N chi''}; the power is
 *     P_l = (Omega/2) sum_l' f_l f_l' Im[exp(i(phi_l - phi_l')) K_ll']
 * @param heat -int dw/2pi w J N chi''; heat from the static baths is (1/2) sum f_l f_l' cos(phi_l - phi_l') heat_ll'
 * @param workError absolute errors of real and imaginary part
 * @param heatError absolute errors
 */
record Kernel(Complex[][] work, double[][] workError, double[][] heat, double[][] heatError) {

    /** Largest error of the work in units of its size. */
    double worst() {
        double worst = 0;
        for (int l = 0; l < work.length; l++) {
            double scale = Math.abs(work[l][l].im());
            for (int k = 0; k < work.length; k++) {
                worst = Math.max(worst, workError[l][k] / Math.max(scale, work[l][k].modulus()));
            }
        }
        return worst;
    }

    /** Largest error of the heat in units of its diagonal. */
    double worstHeat() {
        double worst = 0;
        for (int l = 0; l < heat.length; l++) worst = Math.max(worst, heatError[l][l] / Math.abs(heat[l][l]));
        return worst;
    }
}
