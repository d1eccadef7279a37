package org.escapement.observables.means;

import org.escapement.numerics.ode.DenseStep;
import org.escapement.observables.Measure;

/**
 * Finds the extreme values of an output over a window: ends of the window, and zeros of the output's rate of change,
 * bracketed between parts of a step and located on the dense output.
 */
final class ExtremaCollector implements Collector {

    /** A polynomial of degree 7 over one step rarely turns more often than this. */
    private static final int PARTS = 8;

    private static final int BISECTIONS = 60;

    private final Readout readout;
    private final Output output;
    private final double from;
    private final double to;
    private final double[] y;
    private double largest = Double.NEGATIVE_INFINITY;
    private double largestTime = Double.NaN;
    private double smallest = Double.POSITIVE_INFINITY;
    private double smallestTime = Double.NaN;

    ExtremaCollector(Readout readout, Output output, double from, double to) {
        this.readout = readout;
        this.output = output;
        this.from = from;
        this.to = to;
        this.y = new double[output.dimension()];
    }

    @Override
    public void start(double[] start) {
        if (from <= 0) consider(0, output.at(0, start, readout.output()));
    }

    @Override
    public void step(DenseStep step) {
        double a = Math.max(from, step.start());
        double b = Math.min(to, step.end());
        if (a > b || step.end() < from) return;
        double left = a;
        double leftRate = rate(step, left);
        consider(left, value(step, left));
        for (int k = 1; k <= PARTS; k++) {
            double right = k == PARTS ? b : a + (b - a) * k / PARTS;
            double rightRate = rate(step, right);
            if (leftRate * rightRate < 0) turningPoint(step, left, right, leftRate);
            consider(right, value(step, right));
            left = right;
            leftRate = rightRate;
        }
    }

    private void turningPoint(DenseStep step, double left, double right, double leftRate) {
        double a = left;
        double b = right;
        for (int i = 0; i < BISECTIONS && b - a > 1e-15 * Math.abs(b); i++) {
            double middle = (a + b) / 2;
            if (rate(step, middle) * leftRate > 0) a = middle;
            else b = middle;
        }
        consider(a, value(step, a));
    }

    private double value(DenseStep step, double t) {
        step.at(t, y);
        return output.at(t, y, readout.output());
    }

    private double rate(DenseStep step, double t) {
        step.at(t, y);
        return output.at(t, y, readout.output() + 1);
    }

    private void consider(double t, double value) {
        if (value > largest) {
            largest = value;
            largestTime = t;
        }
        if (value < smallest) {
            smallest = value;
            smallestTime = t;
        }
    }

    @Override
    public double[] result() {
        return new double[] {
            switch (readout.measure()) {
                case Measure.Extremum e when e.time() -> e.maximum() ? largestTime : smallestTime;
                case Measure.Extremum e -> e.maximum() ? largest : smallest;
                case Measure.Range r -> largest - smallest;
                default -> throw new IllegalStateException("not an extremum: " + readout.measure());
            }
        };
    }
}
