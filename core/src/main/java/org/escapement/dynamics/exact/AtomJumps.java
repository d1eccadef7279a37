package org.escapement.dynamics.exact;

import java.util.List;
import org.escapement.algebra.SingleAtomOperator;
import org.escapement.dynamics.exact.SiteStates.Action;

/**
 * Jumps of single atoms on permutation-invariant states. The sum over atoms of l_k ρ l_k† is, between multiplets that
 * stand for all their copies, the sum of three ordinary jumps: within j, to j-1 and to j+1, each with a factor that
 * depends on j and N only.
 *
 * <p>With ρ_j normalised to the population of all copies of j, s_q|j,m> leads to m+q with
 *
 * <pre>
 * j:   (N/2+1)/(2j(j+1))            times A_q(m): A_± = sqrt((j∓m)(j±m+1)), A_z = m
 * j-1: (N/2+j+1)/(2j(2j+1))         times B_q(m): B_± = ±sqrt((j∓m)(j∓m-1)), B_z = sqrt((j+m)(j-m))
 * j+1: (N/2-j)/(2(j+1)(2j+1))       times D_q(m): D_± = ∓sqrt((j±m+1)(j±m+2)), D_z = sqrt((j+m+1)(j-m+1))
 * </pre>
 *
 * under the root in each jump. Source: Chase and Geremia (2008), Eqs. 40 to 46, with the numbers of copies inserted.
 */
final class AtomJumps {

    private final SiteStates states;
    private final double half;

    AtomJumps(SiteStates states, int atoms) {
        this.states = states;
        this.half = atoms / 2.0;
    }

    /** Steps of j, in the order of {@link #jumps}. */
    private static final int[] STEPS = {0, -1, 1};

    /** For each of the three jumps the actions of s_+, s_z and s_-. */
    List<List<Action>> jumps() {
        return java.util.Arrays.stream(STEPS)
                .mapToObj(step -> List.of(action(step, 1), action(step, 0), action(step, -1)))
                .toList();
    }

    private Action action(int step, int q) {
        int n = states.dimension();
        int[] target = new int[n];
        double[] factor = new double[n];
        for (int k = 0; k < n; k++) {
            int j2 = states.twiceJ(k);
            target[k] = states.index(j2 + 2 * step, states.twiceM(k) + 2 * q);
            double j = j2 / 2.0;
            double m = states.twiceM(k) / 2.0;
            if (target[k] < 0) continue;
            factor[k] = Math.sqrt(weight(step, j)) * amplitude(step, q, j, m);
            if (factor[k] == 0) target[k] = -1;
        }
        return new Action(target, factor);
    }

    private double weight(int step, double j) {
        return switch (step) {
            case 0 -> j == 0 ? 0 : (half + 1) / (2 * j * (j + 1));
            case -1 -> (half + j + 1) / (2 * j * (2 * j + 1));
            default -> (half - j) / (2 * (j + 1) * (2 * j + 1));
        };
    }

    private static double amplitude(int step, int q, double j, double m) {
        double along = q * m;
        return switch (step) {
            case 0 -> q == 0 ? m : Math.sqrt((j - along) * (j + along + 1));
            case -1 -> q == 0 ? Math.sqrt((j + m) * (j - m)) : q * Math.sqrt((j - along) * (j - along - 1));
            default ->
                q == 0 ? Math.sqrt((j + m + 1) * (j - m + 1)) : -q * Math.sqrt((j + along + 1) * (j + along + 2));
        };
    }

    /** Coefficients of s_+, s_z, s_- in l; s_x = (s_+ + s_-)/2, s_y = (s_+ - s_-)/(2i). */
    static org.escapement.algebra.Coefficient[] ladderCoefficients(SingleAtomOperator l) {
        var half = org.escapement.algebra.Coefficient.of(1, 2);
        var iy = l.y().times(org.escapement.algebra.Coefficient.I);
        return new org.escapement.algebra.Coefficient[] {
            l.x().minus(iy).times(half), l.z(), l.x().plus(iy).times(half)
        };
    }
}
