package org.escapement.study.question.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked about a driven network. */
enum NetworkAspect {
    POWER("power", Of.OSCILLATOR_OR_TOTAL, "work per unit time through %s"),
    HEAT("heat", Of.BATH, "heat per unit time from bath %s"),
    ENTROPY_PRODUCTION("entropy production", Of.NOTHING, "entropy production"),
    FLUCTUATION("fluctuation", Of.OSCILLATOR_OR_TOTAL, "growth rate of the variance of the work through %s"),
    /** Q = (entropy production) D/P^2. */
    RATIO("ratio", Of.OSCILLATOR_OR_TOTAL, "trade-off of dissipation and precision of the power through %s"),
    /** P^2 (Q - 2), regular where the power vanishes. */
    EXCESS("excess", Of.OSCILLATOR_OR_TOTAL, "P^2 (Q - 2) of the power through %s"),
    EFFICIENCY("efficiency", Of.PAIR, "work out through %s over work in through %s"),
    SLOPE("power slope", Of.OSCILLATOR, "derivative of the power through %s with respect to the drive frequency"),
    GENERALISED_BOUND("generalised bound", Of.OSCILLATOR, "bound V of a driven system for the power through %s"),
    GENERALISED_RATIO("generalised ratio", Of.OSCILLATOR, "Q/V of the power through %s"),
    GENERALISED_EXCESS("generalised excess", Of.OSCILLATOR, "P^2 (Q - V) of the power through %s"),
    /** alpha of slow driving, P = Omega^2 f^2 alpha + Omega f f' dalpha. */
    SLOW_POWER("slow power", Of.PAIR, "coefficient of Omega^2 in the power through %s driven slowly with %s"),
    SLOW_EXCHANGE("slow exchange", Of.PAIR, "coefficient of Omega in the power through %s driven slowly with %s"),
    GROWTH_RATE("growth rate", Of.NOTHING, "growth rate of disturbances, negative where there is a steady state"),
    SIDEBANDS("sidebands", Of.NOTHING, "sidebands on each side that were needed");

    /** Whose. */
    enum Of {
        NOTHING,
        OSCILLATOR,
        OSCILLATOR_OR_TOTAL,
        PAIR,
        BATH
    }

    private final String word;
    private final Of of;
    private final String meaning;

    NetworkAspect(String word, Of of, String meaning) {
        this.word = word;
        this.of = of;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    Of of() {
        return of;
    }

    String meaning(List<String> names) {
        return String.format(java.util.Locale.ROOT, meaning, names.toArray());
    }

    static Optional<NetworkAspect> named(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }
}
