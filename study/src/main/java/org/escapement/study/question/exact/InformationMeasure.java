package org.escapement.study.question.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is told of a state or of parts of it. */
enum InformationMeasure {
    ENTROPY("von Neumann entropy", true, true),
    PURITY("purity Tr rho^2", true, false),
    MUTUAL_INFORMATION("mutual information", false, true),
    NEGATIVITY("logarithmic negativity", false, false),
    CONCURRENCE("concurrence", false, true),
    DISCORD("discord, the second atom measured", false, true),
    ERGOTROPY("ergotropy, the most work a unitary process extracts", true, false);

    private final String meaning;
    private final boolean ofOne;
    private final boolean ofAtoms;

    InformationMeasure(String meaning, boolean ofOne, boolean ofAtoms) {
        this.meaning = meaning;
        this.ofOne = ofOne;
        this.ofAtoms = ofAtoms;
    }

    String meaning() {
        return meaning;
    }

    /** Whether it belongs to one set of sites, else to two parts. */
    boolean isOfOne() {
        return ofOne;
    }

    /** Whether it is told of two single atoms. */
    boolean isOfAtoms() {
        return ofAtoms;
    }

    /** Whether it is told of two whole ensembles or modes. */
    boolean isBetween() {
        return this == MUTUAL_INFORMATION || this == NEGATIVITY;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(InformationMeasure::word).toList();
    }

    static InformationMeasure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
