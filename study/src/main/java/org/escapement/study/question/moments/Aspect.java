package org.escapement.study.question.moments;

import java.util.List;
import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.study.question.OwnAxis;

/** What is asked of a level that knows moments. */
sealed interface Aspect {

    /** A stationary expectation value. */
    record Mean(Observable of) implements Aspect {}

    /** An expectation value along the evolution from the start. */
    record Evolving(Observable of, List<Double> times, boolean series) implements Aspect {}

    /** 2 ∫_0^∞ (Re⟨A(t)A(0)⟩ - ⟨A⟩²) dt in the stationary state: growth rate of the variance of the time integral of A. */
    record Noise(Observable of) implements Aspect {}

    /** The same with the correlation factorised into those of letters. */
    record FactorisedNoise(Observable of) implements Aspect {}

    /** Re⟨A(t)B(0)⟩ - ⟨A⟩⟨B⟩ in the stationary state. */
    record Correlation(Observable later, Observable earlier, List<Double> times, boolean series) implements Aspect {}

    /** The smallest decay rate, of the sectors that an operator belongs to or of all. */
    record Gap(Optional<Operator> reachedBy) implements Aspect {}

    /** A measure of the stationary state of two single spins, one of each ensemble or both of one. */
    record Spins(SpinMeasure measure, String first, String second) implements Aspect {}

    /** The smallest eigenvalue of the matrix of second moments: negative when the moments belong to no state. */
    record Positivity() implements Aspect {}

    /** Axes of the answer beside those of the sweep. */
    default List<OwnAxis> axes() {
        return switch (this) {
            case Evolving e when e.series() -> List.of(time(e.times()));
            case Correlation c when c.series() -> List.of(time(c.times()));
            default -> List.of();
        };
    }

    private static OwnAxis time(List<Double> times) {
        return new OwnAxis("t", times, "time", "t");
    }

    default String meaning() {
        return switch (this) {
            case Mean m -> m.of().meaning();
            case Evolving e -> e.of().meaning();
            case Noise n -> "growth rate of the variance of the time integral of " + n.of().text();
            case FactorisedNoise n ->
                "growth rate of the variance of the time integral of " + n.of().text() + ", correlation factorised";
            case Correlation c ->
                "correlation of " + c.later().text() + " with earlier "
                        + c.earlier().text();
            case Gap g ->
                "smallest decay rate"
                        + g.reachedBy().map(o -> " reached by " + o).orElse("");
            case Spins s -> s.measure().meaning(s.first(), s.second());
            case Positivity p -> "smallest eigenvalue of the matrix of second moments";
        };
    }

    default String unit() {
        return switch (this) {
            case Mean m -> m.of().unit();
            case Evolving e -> e.of().unit();
            case Spins s -> s.measure().unit();
            default -> "";
        };
    }
}
