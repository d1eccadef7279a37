package org.escapement.model.network;

import java.util.List;
import org.escapement.model.ModelException;

/**
 * A bath of harmonic modes that several oscillators share. Its Hamiltonian with the coupling is the complete square
 * sum_k {P_k^2/2m_k + (m_k w_k^2/2)[X_k - c_k sum_l g_l(t) x_l/(m_k w_k^2)]^2}.
 *
 * @param temperature [energy], 0 allowed
 * @param couplings g_l(t), one for each oscillator in the order of the network
 */
public record NetworkBath(String name, SpectralDensity density, double temperature, List<Coupling> couplings) {
    public NetworkBath {
        couplings = List.copyOf(couplings);
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new ModelException("bath '" + name + "' has temperature " + temperature + "; give a number >= 0");
        }
        if (couplings.stream().allMatch(Coupling::none)) {
            throw new ModelException("bath '" + name + "' couples to no oscillator; give it a coupling or remove it");
        }
        if (density.unbounded() && couplings.stream().anyMatch(Coupling::modulated)) {
            throw new ModelException("bath '" + name + "' is strictly Ohmic and its coupling is modulated: its"
                    + " counter-term is infinite and the drive would do infinite work; give it a cut-off (Drude)");
        }
    }

    /** Whether some coupling depends on time. */
    public boolean modulated() {
        return couplings.stream().anyMatch(Coupling::modulated);
    }

    /** The constant parts of the couplings. */
    public double[] constants() {
        return couplings.stream().mapToDouble(Coupling::constant).toArray();
    }
}
