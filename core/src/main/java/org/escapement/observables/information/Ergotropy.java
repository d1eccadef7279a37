package org.escapement.observables.information;

import java.util.Arrays;

/**
 * The largest work that a cyclic unitary process extracts from a state: its energy less that of its passive partner.
 * Allahverdyan, Balian and Nieuwenhuizen (2004), Europhys. Lett. 67, 565. In the unit of the energies.
 */
public final class Ergotropy {

    private Ergotropy() {}

    /**
     * Of a state with known energy.
     *
     * @param energy ⟨H⟩
     * @param populations eigenvalues of the density matrix, in any order
     * @param energies eigenvalues of H, in any order, as many
     */
    public static double of(double energy, double[] populations, double[] energies) {
        if (populations.length != energies.length) {
            throw new IllegalArgumentException(
                    populations.length + " populations do not belong to " + energies.length + " energies");
        }
        return energy - passive(populations, energies);
    }

    /** Energy of the passive state: the largest population on the lowest level, and so on. */
    public static double passive(double[] populations, double[] energies) {
        double[] p = populations.clone();
        double[] e = energies.clone();
        Arrays.sort(p);
        Arrays.sort(e);
        double energy = 0;
        for (int k = 0; k < p.length; k++) energy = Math.fma(p[p.length - 1 - k], e[k], energy);
        return energy;
    }

    /**
     * Of a Gaussian state without displacement under H = ξᵀhξ/2, by Gaussian unitaries: (Σ_jk h_jk V_jk)/4 less Σ_k ω_k
     * ν_k/2, the smallest normal frequency ω with the largest symplectic eigenvalue ν. For one mode no other unitary
     * extracts more; for several modes others may.
     *
     * @param h positive definite, in the order (x_1, p_1, x_2, p_2, ...), [2n][2n]
     */
    public static double ofGaussian(GaussianState state, double[][] h) {
        double[] frequencies = Symplectic.eigenvalues(h);
        double[] symplectic = state.symplecticEigenvalues();
        if (frequencies.length != symplectic.length) {
            throw new IllegalArgumentException(
                    "the Hamiltonian has " + frequencies.length + " modes, the state " + symplectic.length);
        }
        double energy = 0;
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < h.length; j++) energy += h[i][j] * state.at(i, j) / 4;
        }
        for (int k = 0; k < frequencies.length; k++) {
            energy -= frequencies[frequencies.length - 1 - k] * symplectic[k] / 2;
        }
        return energy;
    }
}
