package org.escapement.study.question.network;

import java.util.Arrays;
import java.util.List;

/** What can be asked about the oscillators with their static baths alone. */
enum StaticAspect {
    COVARIANCE("covariance", "covariance of the positions of %s and %s"),
    PEARSON("pearson", "correlation coefficient of the positions of %s and %s"),
    /** &lt;x_A x_B&gt;/&lt;x_A^2&gt;. */
    REGRESSION("regression", "covariance of %s and %2$s over the variance of %1$s"),
    CORRELATION("correlation", "symmetrised correlation of the positions of %s and %s in time"),
    RESPONSE("response", "displacement of %s after a unit kick to %s"),
    ABSORPTION("absorption", "largest eigenvalue of the dissipative response"),
    PEAK_FREQUENCY("peak frequency", "frequency of the highest peak of the dissipative response"),
    PEAK_HEIGHT("peak height", "height of the highest peak of the dissipative response"),
    /** Modes with frequency >= 0, counted from 1 by ascending frequency, then linewidth. */
    MODE_FREQUENCY("mode frequency", "frequency of normal mode %s"),
    LINEWIDTH("linewidth", "full width at half maximum of normal mode %s");

    private final String word;
    private final String meaning;

    StaticAspect(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning(List<String> of) {
        return String.format(java.util.Locale.ROOT, meaning, of.toArray());
    }

    static List<String> words() {
        return Arrays.stream(values()).map(StaticAspect::word).toList();
    }
}
