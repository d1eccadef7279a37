package org.escapement.dynamics.response;

import java.util.List;

/**
 * Energy flows averaged over a period, [energy/time], positive into the oscillators.
 *
 * @param powers work done by the drive through each oscillator, P_l = -avg(g_l' &lt;x_l F&gt;)
 * @param power their sum
 * @param modulatedHeats heat from each modulated bath
 * @param staticHeat heat from all static baths together
 * @param balance what the sum of all flows differs from zero by, independent of the error estimates where the flows are
 *     computed independently
 */
public record Flows(
        List<Estimated> powers, Estimated power, List<Estimated> modulatedHeats, Estimated staticHeat, double balance) {
    public Flows {
        powers = List.copyOf(powers);
        modulatedHeats = List.copyOf(modulatedHeats);
    }

    /** Share of the work put in through one oscillator that comes out of another, -P_out/P_in. */
    public Estimated efficiency(int out, int in) {
        return powers.get(out).over(powers.get(in)).times(-1);
    }
}
