package org.escapement.study.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.expression.Expression;
import org.escapement.observables.Measure;
import org.escapement.study.file.Level;
import org.escapement.study.question.Question;

/** One number a claim rests on. */
public sealed interface ClaimMeasure {

    /** A closed form, threshold or expression of parameters. */
    record Number(String number, Map<String, Double> set) implements ClaimMeasure {}

    /** What is measured at one parameter point. */
    sealed interface AtPoint extends ClaimMeasure {}

    /**
     * Where something is measured.
     *
     * @param cutOffs number of Fock states for each mode at finite N, numbers or expressions of parameters
     */
    record Place(Map<String, Double> set, Optional<String> start, Map<String, Expression> cutOffs) {}

    /** A quantity read off one trajectory at fine accuracy. */
    record Point(String quantity, Place place, Level level, Measure measure) implements AtPoint {}

    /** The answer to a question at a point. */
    record Asked(Question question, Place place) implements AtPoint {}

    /** The value of a parameter at which a measure crosses a level, found by halving. */
    record Crossing(AtPoint measure, String unknown, double from, double to, double level, double width)
            implements ClaimMeasure {}

    /**
     * A number read from the panel's own data: a statistic over the points inside the ranges.
     *
     * @param level what {@link Statistic#FRACTION_BELOW} counts against
     */
    record Data(
            String run,
            String variable,
            Map<String, List<Double>> ranges,
            Statistic statistic,
            String axis,
            OptionalDouble level)
            implements ClaimMeasure {

        /** What is read off. */
        public enum Statistic {
            VALUE,
            MEAN,
            MINIMUM,
            MAXIMUM,
            /** Of the population, not a sample's estimate. */
            VARIANCE,
            /** The share of points whose value is below a level. */
            FRACTION_BELOW,
            /** The position along an axis at which the maximum lies. */
            POSITION_OF_MAXIMUM,
            /** The position along an axis at which the value changes most between neighbours (middle of the two). */
            POSITION_OF_JUMP
        }
    }
}
