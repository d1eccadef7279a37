package org.escapement.study.question.moments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.observables.information.TwoSpinState;

/** What is asked about the state of two single spins. */
enum SpinMeasure {
    MUTUAL_INFORMATION("mutual information", "nats", "mutual information of one spin of %s and one of %s"),
    CONCURRENCE("concurrence", "1", "concurrence of one spin of %s and one of %s"),
    /** With projective measurements of the second spin. */
    DISCORD("discord", "nats", "quantum discord of one spin of %s and a measured one of %s"),
    SMALLEST_PROBABILITY(
            "smallest probability", "1", "smallest eigenvalue of the state of one spin of %s and one of %s");

    private final String word;
    private final String unit;
    private final String meaning;

    SpinMeasure(String word, String unit, String meaning) {
        this.word = word;
        this.unit = unit;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String unit() {
        return unit;
    }

    String meaning(String first, String second) {
        return String.format(java.util.Locale.ROOT, meaning, first, second);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SpinMeasure::word).toList();
    }

    static Optional<SpinMeasure> named(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }

    double of(TwoSpinState state) {
        return switch (this) {
            case MUTUAL_INFORMATION -> state.mutualInformation();
            case CONCURRENCE -> state.concurrence();
            case DISCORD -> state.discord(1);
            case SMALLEST_PROBABILITY -> state.smallestEigenvalue();
        };
    }
}
