package org.escapement.dynamics.exact;

import java.util.EnumMap;
import java.util.Map;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.SiteWord;

/**
 * The states of one degree of freedom and how letters act on them. A letter leads from each state to at most one other,
 * so a word is a target and a factor for each state. Immutable.
 *
 * <p>Spins: multiplets from the largest j downwards, in each m = j, j-1, ..., -j. Without individual jumps only j =
 * (atoms)/2 is there. Modes: Fock states 0 .. cutOff-1, where a† of the last one is zero.
 */
final class SiteStates {

    /** Target of each state, -1 for none, and the factor. */
    record Action(int[] target, double[] factor) {}

    private final DegreeOfFreedom site;
    private final int[] twiceJ;
    private final int[] twiceM;
    private final double[] degeneracy;
    private final Map<Letter, Action> letters = new EnumMap<>(Letter.class);

    private SiteStates(DegreeOfFreedom site, int[] twiceJ, int[] twiceM, double[] degeneracy) {
        this.site = site;
        this.twiceJ = twiceJ;
        this.twiceM = twiceM;
        this.degeneracy = degeneracy;
    }

    /** The symmetric states of a number of atoms. */
    static SiteStates dicke(DegreeOfFreedom spin, int atoms) {
        return spins(spin, atoms, atoms);
    }

    /** All multiplets of a number of atoms, each standing for its equivalent copies. */
    static SiteStates multiplets(DegreeOfFreedom spin, int atoms) {
        return spins(spin, atoms, atoms % 2);
    }

    private static SiteStates spins(DegreeOfFreedom spin, int atoms, int smallestTwiceJ) {
        int count = 0;
        for (int j = atoms; j >= smallestTwiceJ; j -= 2) count += j + 1;
        int[] js = new int[count];
        int[] ms = new int[count];
        double[] copies = new double[count];
        int i = 0;
        for (int j = atoms; j >= smallestTwiceJ; j -= 2) {
            for (int m = j; m >= -j; m -= 2) {
                js[i] = j;
                ms[i] = m;
                copies[i++] = copies(atoms, j);
            }
        }
        SiteStates states = new SiteStates(spin, js, ms, copies);
        states.letters.put(Letter.RAISING, states.ladder(1));
        states.letters.put(Letter.LOWERING, states.ladder(-1));
        double[] z = new double[count];
        for (int k = 0; k < count; k++) z[k] = ms[k] / 2.0;
        states.letters.put(Letter.Z, new Action(identity(count), z));
        return states;
    }

    /** How often the multiplet j occurs among N atoms: C(N, N/2-j) (2j+1)/(N/2+j+1). */
    private static double copies(int atoms, int twiceJ) {
        double binomial = 1;
        int k = (atoms - twiceJ) / 2;
        for (int i = 1; i <= k; i++) binomial *= (atoms - k + i) / (double) i;
        return Math.rint(binomial * (twiceJ + 1) / ((atoms + twiceJ) / 2.0 + 1));
    }

    private Action ladder(int step) {
        int[] target = new int[twiceJ.length];
        double[] factor = new double[twiceJ.length];
        for (int k = 0; k < target.length; k++) {
            double j = twiceJ[k] / 2.0;
            double m = twiceM[k] / 2.0;
            double square = j * (j + 1) - m * (m + step);
            target[k] = square > 0 ? k - step : -1;
            factor[k] = Math.sqrt(square);
        }
        return new Action(target, factor);
    }

    /** Fock states below a cut-off. */
    static SiteStates fock(DegreeOfFreedom mode, int cutOff) {
        SiteStates states = new SiteStates(mode, new int[cutOff], new int[cutOff], ones(cutOff));
        int[] down = new int[cutOff];
        int[] up = new int[cutOff];
        double[] downFactor = new double[cutOff];
        double[] upFactor = new double[cutOff];
        for (int n = 0; n < cutOff; n++) {
            down[n] = n - 1;
            downFactor[n] = Math.sqrt(n);
            up[n] = n + 1 < cutOff ? n + 1 : -1;
            upFactor[n] = Math.sqrt(n + 1);
        }
        states.letters.put(Letter.ANNIHILATION, new Action(down, downFactor));
        states.letters.put(Letter.CREATION, new Action(up, upFactor));
        return states;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static int[] identity(int count) {
        int[] same = new int[count];
        for (int i = 0; i < count; i++) same[i] = i;
        return same;
    }

    DegreeOfFreedom site() {
        return site;
    }

    int dimension() {
        return twiceJ.length;
    }

    int twiceJ(int state) {
        return twiceJ[state];
    }

    /** Twice m of a spin state. */
    int twiceM(int state) {
        return twiceM[state];
    }

    /** Number of equivalent copies a state stands for. */
    double degeneracy(int state) {
        return degeneracy[state];
    }

    /** Index of the state with given 2j and 2m, or -1. */
    int index(int j2, int m2) {
        if (j2 < 0 || Math.abs(m2) > j2) return -1;
        for (int k = 0; k < twiceJ.length; k++) if (twiceJ[k] == j2) return k + (j2 - m2) / 2;
        return -1;
    }

    /** How a canonical word acts: the annihilating letters first. */
    Action word(SiteWord word) {
        int n = dimension();
        int[] target = identity(n);
        double[] factor = ones(n);
        java.util.List<Letter> order = site.letters().reversed();
        for (Letter letter : order) {
            Action action = letters.get(letter);
            for (int power = word.power(letter); power > 0; power--) {
                for (int k = 0; k < n; k++) {
                    if (target[k] < 0) continue;
                    factor[k] *= action.factor[target[k]];
                    target[k] = action.target[target[k]];
                }
            }
        }
        return new Action(target, factor);
    }
}
