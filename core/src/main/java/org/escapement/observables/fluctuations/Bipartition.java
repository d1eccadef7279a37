package org.escapement.observables.fluctuations;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.ModelException;
import org.escapement.observables.information.GaussianState;

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
        return resolved(state, () -> of(bounded(state)));
    }

    /**
     * One measure alone, which costs less than all of them and, averaged over time, needs fewer samples.
     *
     * @throws ModelException when fluctuations have grown beyond all bounds
     */
    public double of(FluctuationState state, GaussianMeasure measure) {
        return resolved(state, () -> value(measure, checked(bounded(state))));
    }

    private static <T> T resolved(FluctuationState state, Supplier<T> read) {
        try {
            return read.get();
        } catch (ArithmeticException lost) {
            throw new ModelException("the fluctuations at t = " + state.time() + " differ too much in size for double"
                    + " precision (" + lost.getMessage() + "): the mean motion is unstable there");
        }
    }

    /** One measure as what is read along an evolution. */
    public FluctuationReading only(GaussianMeasure measure) {
        return new FluctuationReading() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public double[] of(FluctuationState state) {
                return new double[] {Bipartition.this.of(state, measure)};
            }
        };
    }

    private static GaussianState bounded(FluctuationState state) {
        double[][] v = state.canonical();
        for (int i = 0; i < v.length; i++) {
            if (!(v[i][i] < LARGEST)) {
                throw new ModelException("fluctuations have grown to " + (float) v[i][i] + " times those of a coherent"
                        + " state at t = " + state.time()
                        + ": the mean motion is unstable, and the Gaussian description"
                        + " has ended before");
            }
        }
        return GaussianState.of(v);
    }

    /**
     * All measures, in the order of {@link GaussianMeasure}; one-way measures are NaN where the second group has several
     * modes.
     *
     * @throws ModelException when the state violates the uncertainty relation by more than errors explain
     */
    public double[] of(GaussianState state) {
        GaussianState physical = checked(state);
        double[] values = new double[count()];
        for (GaussianMeasure measure : GaussianMeasure.values()) {
            boolean none = measure.isOneWay() && second.size() != 1;
            values[measure.ordinal()] = none ? Double.NaN : value(measure, physical);
        }
        return values;
    }

    private static GaussianState checked(GaussianState state) {
        if (state.smallest() >= 1 - VIOLATION) return state;
        throw new ModelException("the fluctuations violate the uncertainty relation (symplectic eigenvalue "
                + state.smallest() + "): integrate with smaller tolerances or for a shorter time");
    }

    private double value(GaussianMeasure measure, GaussianState state) {
        int[] a = indices(first);
        int[] b = indices(second);
        return switch (measure) {
            case CLASSICAL_CORRELATION -> state.correlation(a, b[0]).classical();
            case DISCORD -> state.correlation(a, b[0]).discord();
            case NEGATIVITY -> state.logarithmicNegativity(a, b);
            case ENTROPY -> both(state, a, b).entropy();
            case FIRST_ENTROPY -> state.of(a).entropy();
            case SECOND_ENTROPY -> state.of(b).entropy();
            case MUTUAL_INFORMATION -> state.mutualInformation(a, b);
            case SMALLEST_EIGENVALUE -> both(state, a, b).smallest();
        };
    }

    private static GaussianState both(GaussianState state, int[] a, int[] b) {
        return state.of(IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray());
    }

    private static int[] indices(List<Integer> group) {
        return group.stream().mapToInt(Integer::intValue).toArray();
    }
}
