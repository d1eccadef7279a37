package org.escapement.model.network;

import org.escapement.model.ModelException;

/**
 * One harmonic of a modulated coupling, amplitude cos(order Omega t + phase).
 *
 * @param order positive multiple of the drive frequency Omega
 * @param amplitude dimensionless
 * @param phase [rad]
 * @param amplitudeSlope d amplitude/d Omega where the amplitude follows the drive frequency, else 0
 */
public record Harmonic(int order, double amplitude, double phase, double amplitudeSlope) {

    public Harmonic {
        if (order < 1) {
            throw new ModelException("a harmonic has order " + order + "; orders count from 1 (use the static part)");
        }
        if (!Double.isFinite(amplitude) || !Double.isFinite(phase) || !Double.isFinite(amplitudeSlope)) {
            throw new ModelException(
                    "a harmonic has amplitude " + amplitude + " and phase " + phase + "; give finite numbers");
        }
    }

    /** An amplitude that does not follow the drive frequency. */
    public Harmonic(int order, double amplitude, double phase) {
        this(order, amplitude, phase, 0);
    }
}
