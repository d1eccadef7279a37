package org.escapement.numerics.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the zeros of events within accepted steps, in order of occurrence. */
final class EventSearch {
    private static final int PIECES = 4;
    private static final int MOST_ITERATIONS = 200;

    private final OdeEvent[] events;
    private final List<EventRecord> found = new ArrayList<>();
    private final int[] sign;
    private final double[] zero;
    private final double[] work;

    EventSearch(List<OdeEvent> events, int dimension) {
        this.events = events.toArray(OdeEvent[]::new);
        this.sign = new int[events.size()];
        this.zero = new double[events.size()];
        this.work = new double[dimension];
    }

    List<EventRecord> found() {
        return found;
    }

    void begin(double t, double[] y) {
        for (int e = 0; e < sign.length; e++) {
            sign[e] = (int) Math.signum(events[e].value(t, y));
        }
    }

    /** Searches a step; returns the time of a stopping event, or NaN. */
    double search(DenseStep step) {
        double left = step.start();
        for (int p = 1; p <= PIECES && events.length > 0; p++) {
            double right = p == PIECES ? step.end() : step.start() + (step.end() - step.start()) * p / PIECES;
            double stop = searchPiece(step, left, right);
            if (!Double.isNaN(stop)) {
                return stop;
            }
            left = right;
        }
        return Double.NaN;
    }

    private double searchPiece(DenseStep step, double left, double right) {
        Arrays.fill(zero, Double.NaN);
        for (int e = 0; e < sign.length; e++) {
            double value = value(step, events[e], right);
            int after = (int) Math.signum(value);
            if (sign[e] == 0) {
                sign[e] = after;
            } else if (after != sign[e] && !Double.isNaN(value)) {
                zero[e] = locate(step, events[e], left, right);
            }
        }
        for (int e = first(step); e >= 0; e = first(step)) {
            double t = zero[e];
            zero[e] = Double.NaN;
            boolean rising = sign[e] < 0;
            sign[e] = -sign[e];
            if (counts(events[e], rising)) {
                step.at(t, work);
                found.add(new EventRecord(e, t, rising, work));
                if (events[e].action() == OdeEvent.Action.STOP) {
                    return t;
                }
            }
        }
        return Double.NaN;
    }

    private int first(DenseStep step) {
        boolean forward = step.end() >= step.start();
        int best = -1;
        for (int e = 0; e < zero.length; e++) {
            boolean earlier = best < 0 || (forward ? zero[e] < zero[best] : zero[e] > zero[best]);
            best = !Double.isNaN(zero[e]) && earlier ? e : best;
        }
        return best;
    }

    private static boolean counts(OdeEvent event, boolean rising) {
        return switch (event.direction()) {
            case ANY -> true;
            case RISING -> rising;
            case FALLING -> !rising;
        };
    }

    /** Bisection mixed with the Illinois form of the secant rule, until the bracket is a few ulp wide. */
    private double locate(DenseStep step, OdeEvent event, double left, double right) {
        double a = left;
        double b = right;
        double fa = value(step, event, a);
        double fb = value(step, event, b);
        for (int i = 0; i < MOST_ITERATIONS && Math.abs(b - a) > 2 * Math.ulp(b) && fb != 0; i++) {
            double guess = i % 4 == 3 ? 0.5 * (a + b) : b - fb * (b - a) / (fb - fa);
            boolean inside = guess > Math.min(a, b) && guess < Math.max(a, b);
            double c = inside ? guess : 0.5 * (a + b);
            double fc = value(step, event, c);
            if (c == a || c == b) {
                break;
            }
            if (Math.signum(fc) == Math.signum(fb)) {
                fa *= 0.5;
            } else {
                a = b;
                fa = fb;
            }
            b = c;
            fb = fc;
        }
        return b;
    }

    private double value(DenseStep step, OdeEvent event, double t) {
        step.at(t, work);
        return event.value(t, work);
    }
}
