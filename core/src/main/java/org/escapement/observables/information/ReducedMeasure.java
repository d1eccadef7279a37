package org.escapement.observables.information;

import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.numerics.linear.Dense;

/** A measure of information of two ensembles or modes in a density matrix at finite N, all others traced out, [nats]. */
public enum ReducedMeasure {
    /** ln of the trace norm of the partial transpose; the measure of the same name of Gaussian states. */
    NEGATIVITY("negativity", "logarithmic negativity"),
    MUTUAL_INFORMATION("mutual information", "mutual information"),
    ENTROPY("entropy", "von Neumann entropy of both together"),
    FIRST_ENTROPY("first entropy", "von Neumann entropy of the first"),
    SECOND_ENTROPY("second entropy", "von Neumann entropy of the second");

    private final String word;
    private final String meaning;

    ReducedMeasure(String word, String meaning) {
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

    public static List<String> words() {
        return Arrays.stream(values()).map(ReducedMeasure::word).toList();
    }

    /** The measure of a word. */
    public static ReducedMeasure named(String word) {
        return Arrays.stream(values())
                .filter(m -> m.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** Its value for two ensembles or modes by name. */
    public double of(DensityMatrix state, String a, String b) {
        BipartiteState both = BipartiteState.of(state, a, b);
        return switch (this) {
            case NEGATIVITY -> Math.log1p(2 * both.negativity());
            case MUTUAL_INFORMATION -> both.mutualInformation();
            case ENTROPY -> BipartiteState.entropy(both.rho());
            case FIRST_ENTROPY -> BipartiteState.entropy(both.reducedLeft());
            case SECOND_ENTROPY -> BipartiteState.entropy(both.reducedRight());
        };
    }
}
