package org.escapement.observables.fluctuations;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.ModelException;
import org.escapement.observables.information.GaussianState;
import org.escapement.observables.information.OneWayCorrelation;

/**
 * Two groups of ensembles and modes between which information is measured.
 *
 * @param first indices of the first group among the modes of the state
 * @param second the other group; one-way measures look at it, and need it to be a single mode
 */
public record Bipartition(List<Integer> first, List<Integer> second) implements FluctuationReading {

    /** Shortfall of the uncertainty relation that an integration's error may explain. */
    private static final double VIOLATION = 1e-4;

    /** Largest variance, in units of the vacuum's, beside which the uncertainty of a mode is still resolved. */
    private static final double LARGEST = 1e10;

    public Bipartition {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    @Override
    public int count() {
        return GaussianMeasure.values().length;
    }

    /**
     * All measures, in the order of {@link GaussianMeasure}.
     *
     * @throws ModelException when fluctuations have grown beyond all bounds
     */
    @Override
    public double[] of(FluctuationState state) {
        double[][] v = state.canonical();
        for (int i = 0; i < v.length; i++) {
            if (!(v[i][i] < LARGEST)) {
                throw new ModelException("fluctuations have grown to " + (float) v[i][i] + " times those of a coherent"
                        + " state at t = " + state.time()
                        + ": the mean motion is unstable, and the Gaussian description"
                        + " has ended before");
            }
        }
        return of(GaussianState.of(v));
    }

    /**
     * All measures, in the order of {@link GaussianMeasure}; one-way measures are NaN where the second group has several
     * modes.
     *
     * @throws ModelException when the state violates the uncertainty relation by more than errors explain
     */
    public double[] of(GaussianState state) {
        if (state.smallest() < 1 - VIOLATION) {
            throw new ModelException("the fluctuations violate the uncertainty relation (symplectic eigenvalue "
                    + state.smallest() + "): integrate with smaller tolerances or for a shorter time");
        }
        int[] a = indices(first);
        int[] b = indices(second);
        GaussianState both =
                state.of(IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray());
        double[] values = new double[count()];
        double entropy = both.entropy();
        double firstEntropy = state.of(a).entropy();
        double secondEntropy = state.of(b).entropy();
        boolean single = b.length == 1;
        OneWayCorrelation seen = single ? state.correlation(a, b[0]) : null;
        for (GaussianMeasure measure : GaussianMeasure.values()) {
            values[measure.ordinal()] = switch (measure) {
                case CLASSICAL_CORRELATION -> single ? seen.classical() : Double.NaN;
                case DISCORD -> single ? seen.discord() : Double.NaN;
                case NEGATIVITY -> state.logarithmicNegativity(a, b);
                case ENTROPY -> entropy;
                case FIRST_ENTROPY -> firstEntropy;
                case SECOND_ENTROPY -> secondEntropy;
                case MUTUAL_INFORMATION -> firstEntropy + secondEntropy - entropy;
                case SMALLEST_EIGENVALUE -> both.smallest();
            };
        }
        return values;
    }

    private static int[] indices(List<Integer> group) {
        return group.stream().mapToInt(Integer::intValue).toArray();
    }
}
