package org.escapement.observables.fluctuations;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.model.ModelException;
import org.escapement.observables.information.GaussianState;

/**
 * A measure of information of Gaussian fluctuations between two groups of ensembles and modes.
 *
 * @param kind what is measured
 * @param first indices of the first group among the modes of the state
 * @param second the other group; for the one-way measures the single mode that a measurement looks at
 */
public record GaussianMeasure(Kind kind, List<Integer> first, List<Integer> second) implements FluctuationMeasure {

    /** Relative excess of an uncertainty product below its bound that an integration's error may explain. */
    private static final double VIOLATION = 1e-4;

    /** What can be measured. */
    public enum Kind {
        NEGATIVITY("negativity", "logarithmic negativity"),
        DISCORD("discord", "quantum discord by Gaussian measurements"),
        CLASSICAL("classical correlation", "classical correlation by Gaussian measurements"),
        MUTUAL_INFORMATION("mutual information", "mutual information"),
        ENTROPY("entropy", "von Neumann entropy of both groups together"),
        FIRST_ENTROPY("first entropy", "von Neumann entropy of the first group"),
        SECOND_ENTROPY("second entropy", "von Neumann entropy of the second group"),
        SMALLEST("smallest symplectic eigenvalue", "smallest symplectic eigenvalue, 1 where the uncertainty is least");

        private final String word;
        private final String meaning;

        Kind(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        /** As written in studies. */
        public String word() {
            return word;
        }

        public String meaning() {
            return meaning;
        }
    }

    public GaussianMeasure {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    @Override
    public double of(FluctuationState state) {
        return of(GaussianState.of(state.canonical()));
    }

    /**
     * The measure of a Gaussian state.
     *
     * @throws ModelException when the state violates the uncertainty relation by more than errors explain
     */
    public double of(GaussianState state) {
        if (state.smallest() < 1 - VIOLATION) {
            throw new ModelException("the fluctuations violate the uncertainty relation (symplectic eigenvalue "
                    + state.smallest() + "): integrate with smaller tolerances or for a shorter time");
        }
        int[] a = first.stream().mapToInt(Integer::intValue).toArray();
        int[] b = second.stream().mapToInt(Integer::intValue).toArray();
        return switch (kind) {
            case NEGATIVITY -> state.logarithmicNegativity(a, b);
            case DISCORD -> state.correlation(a, b[0]).discord();
            case CLASSICAL -> state.correlation(a, b[0]).classical();
            case MUTUAL_INFORMATION -> state.mutualInformation(a, b);
            case ENTROPY ->
                state.of(IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray())
                        .entropy();
            case FIRST_ENTROPY -> state.of(a).entropy();
            case SECOND_ENTROPY -> state.of(b).entropy();
            case SMALLEST -> state.smallest();
        };
    }
}
