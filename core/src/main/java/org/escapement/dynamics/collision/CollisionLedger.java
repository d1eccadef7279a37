package org.escapement.dynamics.collision;

import java.util.Map;

/**
 * What a run of collisions exchanged in total; energies positive into the system.
 *
 * @param energy change of U = ⟨H + K⟩
 * @param heat energy given by the ancillas of each bath
 * @param driveWork work of the drives
 * @param switchingWork work of switching the couplings on and off
 * @param entropyProduction change of the von Neumann entropy plus the entropy handed to the ancillas, with what the
 *     ancillas changed beyond their thermal states
 */
public record CollisionLedger(
        double energy, Map<String, Double> heat, double driveWork, double switchingWork, double entropyProduction) {

    public CollisionLedger {
        heat = Map.copyOf(heat);
    }

    /** First law: zero to rounding at any length of the collisions. */
    public double imbalance() {
        return energy - heat.values().stream().mapToDouble(Double::doubleValue).sum() - driveWork - switchingWork;
    }
}
