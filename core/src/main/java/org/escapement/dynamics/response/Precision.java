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
    public Estimated excess(int l) {
        return excess(fluctuations.get(l), powers.get(l));
    }

    /** The same for the total power, never negative. */
    public Estimated totalExcess() {
        return excess(totalFluctuation, power);
    }

    private Estimated excess(Estimated noise, Estimated driven) {
        return entropyProduction.times(noise).plus(driven.times(driven).times(-2));
    }

    /** P_l^2 (Q_l - V_l) with V_l = 2 (1 - Omega P_l'/P_l)^2, regular at P_l = 0. */
    public Estimated generalisedExcess(int l, double drive, Estimated slope) {
        Estimated distance = powers.get(l).plus(slope.times(-drive));
        return excess(fluctuations.get(l), distance);
    }

    /** Q_l/V_l = (entropy production) D_l/[2 (P_l - Omega P_l')^2], regular at P_l = 0. */
    public Estimated generalisedRatio(int l, double drive, Estimated slope) {
        Estimated distance = powers.get(l).plus(slope.times(-drive));
        return ratio(fluctuations.get(l), distance).half();
    }

    /** V_l = 2 (1 - Omega P_l'/P_l)^2, the bound that holds for slow driving too. */
    public static Estimated generalisedBound(double drive, Estimated power, Estimated slope) {
        Estimated logarithmic = slope.times(drive).over(power);
        double distance = 1 - logarithmic.value();
        return new Estimated(2 * distance * distance, 4 * Math.abs(distance) * logarithmic.error());
    }
}
