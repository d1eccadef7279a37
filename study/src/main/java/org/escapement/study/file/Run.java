package org.escapement.study.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.numerics.fit.Approach;
import org.escapement.observables.Accuracy;

/**
 * One sweep of a study: a grid of points, what is fixed, where it starts, what is recorded.
 *
 * @param model the system, in the structure this run gives it
 * @param level at which quantities are measured
 * @param cutOffs number of Fock states for each mode at finite N: numbers or expressions of axes
 * @param set numbers or expressions of axes, in the order of the file
 * @param start name of an initial state of the model
 * @param continuation axis along which the final state of a point starts the next one
 */
public record Run(
        String name,
        Model model,
        Level level,
        Map<String, Expression> cutOffs,
        Map<String, Expression> set,
        String start,
        List<SweepAxis> axes,
        List<Recording> recordings,
        List<Statistic> statistics,
        Optional<Continuation> continuation,
        Accuracy accuracy) {

    public Run {
        cutOffs = Collections.unmodifiableMap(new LinkedHashMap<>(cutOffs));
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        axes = List.copyOf(axes);
        recordings = List.copyOf(recordings);
        statistics = List.copyOf(statistics);
    }

    /**
     * Carrying the state along an axis.
     *
     * @param backward from the last value to the first
     * @param settle how long the state evolves at each point before it is handed on
     */
    public record Continuation(String axis, boolean backward, double settle) {}

    /**
     * A statistic of a recorded variable over one axis, for instance the variance over random starts.
     *
     * @param fit for what is read off a fit along the axis
     */
    public record Statistic(
            String name, String of, String over, Kind kind, Optional<Fit> fit, String label, String meaning) {

        /**
         * How the variable approaches its value at the infinite end of the axis.
         *
         * @param points of a fitted curve, equally spaced in the inverse of the axis
         */
        public record Fit(Approach approach, int points) {}

        /** What is computed; the variance is that of the population. */
        public enum Kind {
            MEAN,
            VARIANCE,
            MINIMUM,
            MAXIMUM,
            /** Of the mean, for independent draws: the square root of the sample variance over their number. */
            STANDARD_ERROR,
            /** Where along the axis the value changes most between neighbours (middle of the two). */
            POSITION_OF_JUMP,
            /** The fitted value at the infinite end of the axis. */
            LIMIT,
            ERROR_OF_LIMIT,
            /** The fitted power of the axis with which the limit is approached, or along which the variable grows. */
            EXPONENT,
            ERROR_OF_EXPONENT,
            /** The fit itself, along the inverse of the axis from 0 on. */
            FITTED_CURVE
        }
    }

    /** The same run with every long axis of values thinned out, ends kept. */
    Run coarse() {
        List<SweepAxis> thin = axes.stream()
                .map(a -> a instanceof SweepAxis.Values v ? v.coarse() : a)
                .toList();
        return new Run(name, model, level, cutOffs, set, start, thin, recordings, statistics, continuation, accuracy);
    }

    /** Number of points. */
    public long points() {
        return axes.stream().mapToLong(SweepAxis::size).reduce(1, Math::multiplyExact);
    }

    /** Whether anything is integrated in time. */
    public boolean dynamic() {
        return recordings.stream().anyMatch(Recording.Measured.class::isInstance);
    }

    /** Whether single points can take so long that each is worth keeping by itself. */
    public boolean laborious() {
        return dynamic() && !(level instanceof Level.MeanField)
                || recordings.stream()
                        .anyMatch(r ->
                                r instanceof Recording.Asked a && a.question().isLaborious());
    }
}
