package org.escapement.study.question.motion;

/** How the frequency of an oscillation is observed. */
enum FrequencyMethod {
    /** Turns of an angle; crossings for what swings without turning. */
    WINDING("winding"),
    /** Upward crossings of the middle level with hysteresis. */
    CROSSINGS("crossings"),
    /** The highest line of a spectrum. */
    SPECTRUM("spectrum");

    private final String word;

    FrequencyMethod(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
