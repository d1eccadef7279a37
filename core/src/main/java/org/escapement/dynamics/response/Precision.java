package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;

/**
 * Price of precision at one drive frequency: Q = (entropy production) D/P^2 for each local power and for the total.
 * Where a power vanishes Q is infinite; {@link #excess} stays finite there.
 *
 * @param flows the flows
 * @param entropyProduction -sum J/T
 * @param fluctuations D of each local power
 * @param totalFluctuation D of the total power
 */
public record Precision(
        Flows flows, Estimated entropyProduction, List<Estimated> fluctuations, Estimated totalFluctuation) {

    public Precision {
        fluctuations = List.copyOf(fluctuations);
    }

    static Precision of(SecondOrder order, HarmonicNetwork network) {
        Flows flows = order.flows();
        Estimated entropy = entropyProduction(network, flows, order.state().temperature());
        List<Estimated> noises = new ArrayList<>();
        for (int l = 0; l < network.size(); l++) noises.add(order.fluctuation(l));
        return new Precision(flows, entropy, noises, order.totalFluctuation());
    }

    /**
     * -sum J/T with the heat of each modulated bath replaced by minus its power and static heat, so that nothing is
     * lost where bath temperatures are equal.
     */
    static Estimated entropyProduction(HarmonicNetwork network, Flows flows, double staticTemperature) {
        double still = inverse(staticTemperature, "the static baths of");
        Estimated sum = flows.staticHeat().times(-still);
        for (int b = 0; b < flows.modulatedHeats().size(); b++) {
            var bath = network.modulatedBaths().get(b);
            double inverse = inverse(bath.temperature(), "bath '" + bath.name() + "' of");
            if (flows.modulatedHeats().size() == 1) {
                return flows.power().times(inverse).plus(flows.staticHeat().times(inverse - still));
            }
            sum = sum.plus(flows.modulatedHeats().get(b).times(-inverse));
        }
        return sum;
    }

    private static double inverse(double temperature, String name) {
        if (temperature > 0) return 1 / temperature;
        throw new NotApplicableException(name + " the network has temperature 0, where heat means infinite entropy:"
                + " entropy production and the ratios made of it are not defined; powers, heats and fluctuations are");
    }

    /** Q of one oscillator's power. */
    public Estimated ratio(int l) {
        return ratio(fluctuations.get(l), flows.powers().get(l));
    }

    /** Q of the total power, at least 2. */
    public Estimated totalRatio() {
        return ratio(totalFluctuation, flows.power());
    }

    private Estimated ratio(Estimated noise, Estimated power) {
        return entropyProduction.times(noise).over(power.times(power));
    }

    /** P_l^2 (Q_l - 2): positive where the thermodynamic uncertainty relation holds, regular at P_l = 0. */
    public double excess(int l) {
        double p = flows.powers().get(l).value();
        return entropyProduction.value() * fluctuations.get(l).value() - 2 * p * p;
    }

    /** P_l^2 (Q_l - V_l) with V_l = 2 (1 - Omega P_l'/P_l)^2, regular at P_l = 0. */
    public double generalisedExcess(int l, double drive, Estimated slope) {
        double distance = flows.powers().get(l).value() - drive * slope.value();
        return entropyProduction.value() * fluctuations.get(l).value() - 2 * distance * distance;
    }

    /** V_l = 2 (1 - Omega P_l'/P_l)^2, the bound that holds for slow driving too. */
    public static Estimated generalisedBound(double drive, Estimated power, Estimated slope) {
        Estimated logarithmic = slope.times(drive).over(power);
        double distance = 1 - logarithmic.value();
        return new Estimated(2 * distance * distance, 4 * Math.abs(distance) * logarithmic.error());
    }
}
