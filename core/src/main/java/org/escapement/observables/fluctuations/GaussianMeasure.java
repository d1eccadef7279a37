package org.escapement.observables.fluctuations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A measure of information of two groups of modes in a Gaussian state, all in nats but the last one. */
public enum GaussianMeasure {
    CLASSICAL_CORRELATION(
            "classical correlation", "classical correlation by Gaussian measurements of the second group"),
    DISCORD("discord", "quantum discord by Gaussian measurements of the second group"),
    NEGATIVITY("negativity", "logarithmic negativity"),
    ENTROPY("entropy", "von Neumann entropy of both groups together"),
    FIRST_ENTROPY("first entropy", "von Neumann entropy of the first group"),
    SECOND_ENTROPY("second entropy", "von Neumann entropy of the second group"),
    MUTUAL_INFORMATION("mutual information", "mutual information"),
    SMALLEST_EIGENVALUE(
            "smallest symplectic eigenvalue", "smallest symplectic eigenvalue of both groups, 1 at least uncertainty");

    private final String word;
    private final String meaning;

    GaussianMeasure(String word, String meaning) {
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

    /** Whether a single mode has to be measured. */
    public boolean isOneWay() {
        return this == CLASSICAL_CORRELATION || this == DISCORD;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(GaussianMeasure::word).toList();
    }

    public static Optional<GaussianMeasure> named(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }
}
