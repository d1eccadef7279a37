package org.escapement.model.network;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.ModelException;

/**
 * How strongly an oscillator feels a bath, g(t) = constant + sum_h amplitude_h cos(h Omega t + phase_h),
 * dimensionless.
 */
public record Coupling(double constant, List<Harmonic> harmonics) {

    public static final Coupling NONE = new Coupling(0, List.of());

    public Coupling {
        if (!Double.isFinite(constant)) {
            throw new ModelException("a coupling is " + constant + "; give a finite number");
        }
        harmonics = List.copyOf(harmonics);
        for (int i = 0; i < harmonics.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (harmonics.get(i).order() == harmonics.get(j).order()) {
                    throw new ModelException("a coupling has two harmonics of order "
                            + harmonics.get(i).order() + "; give each order once");
                }
            }
        }
    }

    /** Constant in time. */
    public static Coupling constant(double strength) {
        return new Coupling(strength, List.of());
    }

    /** amplitude cos(Omega t + phase). */
    public static Coupling cosine(double amplitude, double phase) {
        return new Coupling(0, List.of(new Harmonic(1, amplitude, phase)));
    }

    public boolean modulated() {
        return harmonics.stream().anyMatch(h -> h.amplitude() != 0 || h.amplitudeSlope() != 0);
    }

    public boolean none() {
        return constant == 0 && !modulated();
    }

    /** Value at time t for a drive frequency. */
    public double at(double drive, double t) {
        double sum = constant;
        for (Harmonic h : harmonics) sum += h.amplitude() * Math.cos(h.order() * drive * t + h.phase());
        return sum;
    }

    /** Time derivative. */
    public double rate(double drive, double t) {
        double sum = 0;
        for (Harmonic h : harmonics) {
            sum -= h.order() * drive * h.amplitude() * Math.sin(h.order() * drive * t + h.phase());
        }
        return sum;
    }

    /** The harmonic of an order (order 0: the constant), with amplitude 0 where there is none. */
    public Harmonic harmonic(int order) {
        return harmonics.stream().filter(h -> h.order() == order).findFirst().orElse(new Harmonic(order, 0, 0));
    }

    /** Orders with a harmonic. */
    public List<Integer> orders() {
        List<Integer> orders = new ArrayList<>();
        for (Harmonic h : harmonics) if (h.amplitude() != 0 || h.amplitudeSlope() != 0) orders.add(h.order());
        return orders;
    }
}
