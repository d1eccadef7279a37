package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Locale;
import org.escapement.numerics.linear.Levels;
import org.escapement.numerics.linear.Sparse;

/**
 * The order in which a sparse generator is eliminated directly and what that costs. Level 0 is one population; each
 * further level is what the one before is coupled to, so that a conserved or slowly changing charge shows as many small
 * levels. Immutable.
 *
 * @param matrix of the generator in coordinates
 */
record EliminationPlan(Sparse matrix, Levels levels) {

    private static final double RATE = 2e10;

    /** The cheapest of the orders that begin at one of the given coordinates, among those that reach all others. */
    static EliminationPlan cheapest(Sparse matrix, List<Integer> starts) {
        Levels.Pattern pattern = Levels.Pattern.of(matrix);
        Levels best = null;
        for (int start : starts) {
            Levels l = Levels.from(pattern, start);
            if (l.coversAll() && (best == null || l.operations() < best.operations())) best = l;
        }
        return new EliminationPlan(matrix, best == null ? Levels.together(matrix.rows()) : best);
    }

    double operations() {
        return levels.operations();
    }

    /** Bytes of the factors of a real shift. */
    double bytes() {
        return 8 * levels.numbers();
    }

    /** Seconds at the speed of one core, as a guide. */
    double seconds() {
        return 0.02 + operations() / RATE;
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "direct elimination, %d unknowns in %d levels of at most %d",
                matrix.rows(),
                levels.count(),
                levels.widest());
    }
}
