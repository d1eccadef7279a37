package org.escapement.observables;

import java.util.List;

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
     */
    record Spectrum(double from, double to, double step) implements Measure {
        @Override
        public double end() {
            return to;
        }
    }

    /** Frequency of the largest line of that spectrum, in cycles per unit time. */
    record SpectralPeak(double from, double to, double step) implements Measure {
        @Override
        public double end() {
            return to;
        }
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
