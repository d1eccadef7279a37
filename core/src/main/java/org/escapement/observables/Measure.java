package org.escapement.observables;

import java.util.List;
import java.util.stream.IntStream;

/** How a number is read off a quantity that changes in time. All times count from the start at t = 0. */
public sealed interface Measure {

    /** Latest time the measure needs. */
    double end();

    /** The value at one time. */
    record AtTime(double time) implements Measure {
        @Override
        public double end() {
            return time;
        }
    }

    /** The values at ascending times. */
    record Series(List<Double> times) implements Measure {
        public Series {
            times = List.copyOf(times);
        }

        @Override
        public double end() {
            return times.getLast();
        }
    }

    /** Time average over a window: the integral of the continuous function over its length. */
    record Average(double from, double to) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }

    /** Average rate of change over a window; of an angle, 2π times the winding number per unit time. */
    record Rate(double from, double to) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }

    /**
     * Average rate of change over a window by the weighted Birkhoff average (Das, Saiki, Sander and Yorke 2017): the advances
     * between samples {@code from + k step} are weighted by exp(-1/(s(1-s))), s running from 0 to 1 across the window. Of
     * an angle that turns quasi-periodically this is 2π times the rotation number per unit time, with an error that falls
     * faster than any power of the number of turns, where that of {@link Rate} falls like the first.
     */
    record RotationRate(double from, double to, double step) implements Measure {
        @Override
        public double end() {
            return to;
        }

        /** Number of samples, ends included. */
        public int samples() {
            return 1 + (int) Math.floor((to - from) / step * (1 + 1e-12));
        }
    }

    /** An extreme value over a window, or the time at which it is taken first. */
    record Extremum(double from, double to, boolean maximum, boolean time) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }

    /** Largest minus smallest value over a window. */
    record Range(double from, double to) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }

    /**
     * Amplitudes 2|F_k|/n of the discrete Fourier transform of the quantity minus its mean, samples {@code from + k step}
     * below {@code to}, rectangular window, no padding.
     *
     * @param lines which of them are kept
     */
    record Spectrum(double from, double to, double step, Lines lines) implements Measure {

        /** All lines as they are. */
        public Spectrum(double from, double to, double step) {
            this(from, to, step, Lines.all());
        }

        @Override
        public double end() {
            return to;
        }

        /** Number of samples. */
        public int samples() {
            return samplesOf(from, to, step);
        }

        /** The frequencies kept, in the unit of the lines: those of the lines, or the middles of the bins. */
        public List<Double> frequencies() {
            double spacing = spacing();
            if (lines.bins() == 0) {
                return IntStream.rangeClosed(0, samples() / 2)
                        .filter(k -> lines.keep(k * spacing))
                        .mapToObj(k -> k * spacing)
                        .toList();
            }
            double width = (lines.highest() - lines.lowest()) / lines.bins();
            return IntStream.range(0, lines.bins())
                    .mapToObj(b -> lines.lowest() + (b + 0.5) * width)
                    .toList();
        }

        /** Distance of neighbouring lines, in the unit of the lines. */
        public double spacing() {
            return (lines.angular() ? 2 * Math.PI : 1) / (samples() * step);
        }
    }

    /**
     * Which lines of a spectrum are kept, and in which unit.
     *
     * @param lowest lowest frequency kept
     * @param highest highest frequency kept
     * @param bins 0 keeps every line; otherwise the range is cut into so many equal parts, and each keeps its largest line
     * @param normalised whether all is divided by the largest line above zero frequency
     * @param floor a signal whose largest line is smaller is taken to be at rest: all its lines are zero
     * @param angular whether frequencies count radians per unit time, not cycles
     */
    record Lines(double lowest, double highest, int bins, boolean normalised, double floor, boolean angular) {

        /** Frequencies in cycles per unit time. */
        public Lines(double lowest, double highest, int bins, boolean normalised, double floor) {
            this(lowest, highest, bins, normalised, floor, false);
        }

        /** Every line as it is. */
        public static Lines all() {
            return new Lines(0, Double.POSITIVE_INFINITY, 0, false, 0);
        }

        /** Whether a frequency lies in the range, to rounding. */
        public boolean keep(double frequency) {
            double rounding = 1e-12 * frequency;
            return frequency >= lowest - rounding && frequency <= highest + rounding;
        }
    }

    /** Frequency of the largest line of that spectrum, in cycles per unit time. */
    record SpectralPeak(double from, double to, double step) implements Measure {
        @Override
        public double end() {
            return to;
        }

        /** Number of samples. */
        public int samples() {
            return samplesOf(from, to, step);
        }
    }

    private static int samplesOf(double from, double to, double step) {
        // A sample that rounding alone puts below the end does not count.
        return (int) Math.ceil((to - from) / step * (1 - 1e-12));
    }

    /**
     * Angular frequency by upward crossings of the middle level (max + min)/2 of the window: 2π times their number less
     * one over the time from the first to the last. A crossing counts when the signal has been below the middle by the
     * hysteresis times its range and then rises above it by as much; 0 where the signal does not oscillate.
     */
    record CrossingFrequency(double from, double to, double hysteresis) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }
}
