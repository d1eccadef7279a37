package org.escapement.dynamics.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.numerics.linear.Levels;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

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

    /**
     * What the cheapest order costs at least, known without the matrix: n unknowns in L levels take 2n³/(3L²) operations or
     * more, and between two entries of a block |r><c| lie no more steps than K needs on either side.
     */
    static double leastOperations(ReducedGenerator generator) {
        Generator g = generator.generator();
        Map<Integer, Integer> steps = new HashMap<>();
        double levels = 0;
        for (Layout.Block b : g.layout().blocks()) {
            levels += 1
                    + steps.computeIfAbsent(b.row(), s -> mostSteps(g, s))
                    + steps.computeIfAbsent(b.column(), s -> mostSteps(g, s));
        }
        return 2.0 / 3 * Math.pow(generator.dimension(), 3) / (levels * levels);
    }

    /** Steps between the two states of a sector that K joins last; all of them where it does not join them. */
    private static int mostSteps(Generator g, int sector) {
        int n = g.layout().sectors().size(sector);
        SparseBuilder b = new SparseBuilder(n, n);
        g.effective(sector).forEach(b::add);
        Levels.Pattern pattern = Levels.Pattern.of(b.build());
        int most = 0;
        for (int state = 0; state < n; state++) {
            Levels l = Levels.from(pattern, state);
            most = l.coversAll() ? Math.max(most, l.count() - 1) : n;
        }
        return most;
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
