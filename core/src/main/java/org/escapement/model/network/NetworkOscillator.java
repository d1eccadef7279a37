package org.escapement.model.network;

import org.escapement.model.ModelException;

/**
 * A harmonic oscillator, p^2/(2 mass) + mass frequency^2 x^2/2.
 *
 * @param name as in results and messages
 */
public record NetworkOscillator(String name, double mass, double frequency) {
    public NetworkOscillator {
        if (!(mass > 0) || Double.isInfinite(mass)) {
            throw new ModelException("oscillator '" + name + "' has mass " + mass + "; give a positive number");
        }
        if (!(frequency > 0) || Double.isInfinite(frequency)) {
            throw new ModelException(
                    "oscillator '" + name + "' has frequency " + frequency + "; give a positive number");
        }
    }
}
