package org.escapement.dynamics.response;

import org.escapement.model.ModelException;
import org.escapement.model.network.NetworkOscillator;

/**
 * Gaussian state of one free oscillator at time 0, uncorrelated with everything else: a displaced squeezed thermal state
 * D S rho_thermal S^+ D^+ of its bare Hamiltonian p^2/2m + m w^2 x^2/2.
 *
 * @param temperature of the thermal state, 0 for the ground state [frequency]
 * @param squeezing variances exp(-2 squeezing) and exp(2 squeezing) times the thermal ones
 * @param angle of the squeezed quadrature, 0: position, pi/2: momentum [rad]
 * @param position mean [1/sqrt(mass frequency)]
 * @param momentum mean [sqrt(mass frequency)]
 */
public record OscillatorStart(double temperature, double squeezing, double angle, double position, double momentum) {

    /** The bare ground state. */
    public static final OscillatorStart GROUND = new OscillatorStart(0, 0, 0, 0, 0);

    public OscillatorStart {
        boolean finite = Double.isFinite(temperature + squeezing + angle + position + momentum);
        if (!finite || temperature < 0) {
            throw new ModelException("an oscillator starts with temperature " + temperature + ", squeezing " + squeezing
                    + ", angle " + angle + ", position " + position + " and momentum " + momentum
                    + "; give finite numbers and a temperature >= 0");
        }
    }

    /** Covariances [x x, x p, p p] of position and momentum. */
    double[] covariance(NetworkOscillator o) {
        double unit = o.mass() * o.frequency();
        double thermal = ThermalFactors.timesCoth(o.frequency(), temperature) / (2 * o.frequency());
        double small = thermal * Math.exp(-2 * squeezing);
        double large = thermal * Math.exp(2 * squeezing);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[] {
            (c * c * small + s * s * large) / unit, c * s * (small - large), (s * s * small + c * c * large) * unit
        };
    }
}
