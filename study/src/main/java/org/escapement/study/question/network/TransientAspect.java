package org.escapement.study.question.network;

import java.util.Arrays;
import java.util.List;

/** What can be asked about the state of a network's oscillators at a time. */
enum TransientAspect {
    COVARIANCE("covariance", "symmetrised covariance of %s"),
    MEAN("mean", "mean of %s"),
    ENERGY("energy", "bare energy of %s"),
    ENTROPY("entropy", "von Neumann entropy of %s"),
    ERGOTROPY("ergotropy", "work that Gaussian operations extract from %s"),
    MUTUAL_INFORMATION("mutual information", "mutual information between %s"),
    NEGATIVITY("negativity", "logarithmic negativity between %s");

    private final String word;
    private final String meaning;

    TransientAspect(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    /** Whether it relates two groups of oscillators. */
    boolean ofTwoGroups() {
        return this == MUTUAL_INFORMATION || this == NEGATIVITY;
    }

    /** Whether it reads positions and momenta rather than oscillators. */
    boolean ofQuadratures() {
        return this == COVARIANCE || this == MEAN;
    }

    String meaning(String of) {
        return meaning.formatted(of);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(TransientAspect::word).toList();
    }
}
