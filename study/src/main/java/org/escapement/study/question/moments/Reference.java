package org.escapement.study.question.moments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The level whose answer is subtracted from that of a cumulant expansion. */
enum Reference {
    NOTHING,
    /** The master equation at the same finite N. */
    EXACT,
    /** The limit of infinite N with its noise. */
    DIFFUSION;

    static List<String> words() {
        return Arrays.stream(values())
                .filter(r -> r != NOTHING)
                .map(r -> r.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Reference of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
