package org.escapement.study.question.collision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is told of a run of collisions. */
enum Ask {
    /** Half the sum of the moduli of the eigenvalues of the difference to the state of the master equation. */
    DISTANCE("trace distance from the state of the master equation"),
    /** What the first law leaves over. */
    IMBALANCE("change of energy minus heat and work"),
    ENERGY("change of the energy"),
    HEAT("heat into the system"),
    DRIVE_WORK("work of the drives"),
    SWITCHING_WORK("work of switching the collisions on and off"),
    ENTROPY_PRODUCTION("entropy produced"),
    /** Of the step with the least of it. */
    LEAST_ENTROPY_PRODUCTION("least entropy produced in one collision");

    private final String meaning;

    Ask(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values())
                .map(a -> a.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    static Ask of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
