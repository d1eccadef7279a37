package org.escapement.dynamics.response;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Price of precision at one drive frequency: Q = (entropy production) D/P^2 for each local power and for the total.
 * Where a power vanishes Q is infinite; {@link #excess} stays finite there.
 *
 * @param powers through each oscillator
 * @param power their sum
 * @param entropyProduction -sum J/T
 * @param fluctuations D of each local power
 * @param totalFluctuation D of the total power
 */
public record Precision(
        List<Estimated> powers,
        Estimated power,
        Estimated entropyProduction,
        List<Estimated> fluctuations,
        Estimated totalFluctuation) {

    public Precision {
        powers = List.copyOf(powers);
        fluctuations = List.copyOf(fluctuations);
    }

    static Precision of(SecondOrder order, int oscillators) {
        return new Precision(
                IntStream.range(0, oscillators).mapToObj(order::power).toList(),
                order.totalPower(),
                order.entropyProduction(),
                IntStream.range(0, oscillators).mapToObj(order::fluctuation).toList(),
                order.totalFluctuation());
    }

    /** Q of one oscillator's power. */
    public Estimated ratio(int l) {
        return ratio(fluctuations.get(l), powers.get(l));
    }

    /** Q of the total power, at least 2. */
    public Estimated totalRatio() {
        return ratio(totalFluctuation, power);
    }

    private Estimated ratio(Estimated noise, Estimated power) {
        return entropyProduction.times(noise).over(power.times(power));
    }

    /** P_l^2 (Q_l - 2): positive where the thermodynamic uncertainty relation holds, regular at P_l = 0. */
    public double excess(int l) {
        double p = powers.get(l).value();
        return entropyProduction.value() * fluctuations.get(l).value() - 2 * p * p;
    }

    /** P_l^2 (Q_l - V_l) with V_l = 2 (1 - Omega P_l'/P_l)^2, regular at P_l = 0. */
    public double generalisedExcess(int l, double drive, Estimated slope) {
        double distance = powers.get(l).value() - drive * slope.value();
        return entropyProduction.value() * fluctuations.get(l).value() - 2 * distance * distance;
    }

    /** V_l = 2 (1 - Omega P_l'/P_l)^2, the bound that holds for slow driving too. */
    public static Estimated generalisedBound(double drive, Estimated power, Estimated slope) {
        Estimated logarithmic = slope.times(drive).over(power);
        double distance = 1 - logarithmic.value();
        return new Estimated(2 * distance * distance, 4 * Math.abs(distance) * logarithmic.error());
    }
}
